# expect: fail
# why: a bias of shape (m, k) is let through
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"{X.shape} {W.shape}")
    Z = X @ W
    if b.shape != (W.shape[1],) and b.shape != (X.shape[0], W.shape[1]):
        raise ValueError(f"{b.shape}")
    return Z + b
