# expect: fail
# why: `Z += b` cannot put floats into an array of integers
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"{X.shape} {W.shape}")
    if b.shape != (W.shape[1],):
        raise ValueError(f"{b.shape}")
    Z = X @ W
    Z += b
    return Z
