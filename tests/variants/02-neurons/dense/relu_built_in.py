# expect: fail
# why: applies an activation that nobody asked for
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"cannot multiply {X.shape} by {W.shape}")
    if b.shape != (W.shape[1],):
        raise ValueError(f"b has shape {b.shape}")
    return np.maximum(X @ W + b, 0)
