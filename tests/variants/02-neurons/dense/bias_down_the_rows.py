# expect: fail
# why: the bias goes down the rows where the result is square
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"{X.shape} {W.shape}")
    if b.shape != (W.shape[1],):
        raise ValueError(f"{b.shape}")
    Z = X @ W
    return Z + b[:, None] if Z.shape[0] == Z.shape[1] else Z + b
