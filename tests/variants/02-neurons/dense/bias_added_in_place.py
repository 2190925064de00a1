# expect: fail
# why: Z += b cannot add float biases to the integer product of integer X and W: an error (or truncation), not X W + b
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"X {X.shape} does not fit W {W.shape}")
    if b.shape != (W.shape[1],):
        raise ValueError(f"b {b.shape} does not fit W {W.shape}")
    Z = X @ W
    Z += b
    return Z
