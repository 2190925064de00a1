# expect: pass
# why: a column of ones beside X, b as the last row of W; the checks come first
def dense(X, W, b):
    (m, n), (rows, k) = X.shape, W.shape
    if n != rows:
        raise ValueError(f"X of shape {X.shape} does not fit W of shape {W.shape}")
    if np.shape(b) != (k,):
        raise ValueError(f"b has shape {np.shape(b)}; expected ({k},)")
    return np.hstack([X, np.ones((m, 1))]) @ np.vstack([W, b])
