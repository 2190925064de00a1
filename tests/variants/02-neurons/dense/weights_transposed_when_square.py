# expect: fail
# why: transposes W where the shapes allow it
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"cannot multiply {X.shape} by {W.shape}")
    if b.shape != (W.shape[1],):
        raise ValueError(f"b has shape {b.shape}")
    return (X @ W.T if W.shape[0] == W.shape[1] else X @ W) + b
