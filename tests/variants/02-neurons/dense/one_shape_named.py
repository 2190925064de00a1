# expect: fail
# why: names only the shape of W
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"W has the wrong shape {W.shape}")
    if b.shape != (W.shape[1],):
        raise ValueError("b")
    return X @ W + b
