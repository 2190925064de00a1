# expect: fail
# why: transposes X where only its rows fit
def dense(X, W, b):
    if X.shape[1] != W.shape[0] and X.shape[0] != W.shape[0]:
        raise ValueError(f"{X.shape} {W.shape}")
    if b.shape != (W.shape[1],):
        raise ValueError(f"{b.shape}")
    if X.shape[1] != W.shape[0]:
        X = X.T
    return X @ W + b
