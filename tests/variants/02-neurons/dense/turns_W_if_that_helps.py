# expect: fail
# why: transposes W when that would fit: X of (4, 3) and W of (2, 3) gives a result in place of ValueError
def dense(X, W, b):
    if X.shape[1] != W.shape[0] and X.shape[1] == W.shape[1]:
        W = W.T
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"X {X.shape} does not fit W {W.shape}")
    if b.shape != (W.shape[1],):
        raise ValueError(f"b {b.shape} does not fit W {W.shape}")
    return X @ W + b
