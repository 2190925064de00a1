# expect: fail
# why: looks at b.shape[-1] only: b of shape (1, k) or (m, k) passes, though its shape is not exactly (k,)
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"X {X.shape} does not fit W {W.shape}")
    if b.shape[-1] != W.shape[1]:
        raise ValueError(f"b {b.shape} does not fit W {W.shape}")
    return X @ W + b
