# expect: fail
# why: a single number as bias is let through
def dense(X, W, b):
    b = np.asarray(b)
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"{X.shape} {W.shape}")
    if b.ndim > 0 and b.shape != (W.shape[1],):
        raise ValueError(f"{b.shape}")
    return X @ W + b
