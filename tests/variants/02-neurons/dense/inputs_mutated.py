# expect: fail
# why: right values, but X is scaled in place on the way
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"cannot multiply {X.shape} by {W.shape}")
    if b.shape != (W.shape[1],):
        raise ValueError(f"b has shape {b.shape}")
    Z = X @ W + b
    X -= X.mean(axis=0)
    return Z
