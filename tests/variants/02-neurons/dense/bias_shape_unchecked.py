# expect: fail
# why: lets a column of biases broadcast
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"{X.shape} and {W.shape}")
    return X @ W + b
