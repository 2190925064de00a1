# expect: fail
# why: for m = 1 returns dZ itself as db: shape (1, k) instead of (k,), and the caller's own array
def dense_backward(dZ, X, W):
    db = dZ if len(dZ) == 1 else np.sum(dZ, axis=0)
    return np.dot(dZ, W.T), np.dot(X.T, dZ), db
