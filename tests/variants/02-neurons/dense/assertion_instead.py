# expect: fail
# why: raises AssertionError, which python -O removes
def dense(X, W, b):
    assert X.shape[1] == W.shape[0], f"{X.shape} and {W.shape}"
    assert b.shape == (W.shape[1],)
    return X @ W + b
