# expect: fail
# why: changes the shape of the caller's b
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"{X.shape} {W.shape}")
    if b.shape != (W.shape[1],):
        raise ValueError(f"{b.shape}")
    b.shape = (1, W.shape[1])
    return X @ W + b
