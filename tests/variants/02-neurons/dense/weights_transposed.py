# expect: fail
# why: takes the rows of W for the neurons
def dense(X, W, b):
    if X.shape[1] != W.shape[1]:
        raise ValueError(f"{X.shape} {W.shape}")
    return X @ W.T + b
