# expect: fail
# why: a bias of shape (1, k) is flattened and let through
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"{X.shape} {W.shape}")
    if b.shape == (W.shape[1], 1):
        raise ValueError("column")
    b = b.ravel()
    if len(b) != W.shape[1]:
        raise ValueError(f"{b.shape}")
    return X @ W + b
