# expect: fail
# why: len(b) is right for a column too
def dense(X, W, b):
    if X.shape[1] != W.shape[0] or len(b) != W.shape[1]:
        raise ValueError(f"{X.shape}, {W.shape} and {b.shape}")
    return X @ W + b
