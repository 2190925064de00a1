# expect: fail
# why: results are cut to the integers of X's dtype
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"{X.shape} {W.shape}")
    if b.shape != (W.shape[1],):
        raise ValueError(f"{b.shape}")
    Z = np.zeros((X.shape[0], W.shape[1]), dtype=X.dtype)
    for i in range(len(X)):
        Z[i] = X[i] @ W + b
    return Z
