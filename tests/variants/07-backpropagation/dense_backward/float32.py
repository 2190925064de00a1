# expect: pass
# why: computes in float32


def dense_backward(dZ, X, W):
    dZ, X, W = (np.asarray(part, "float32") for part in (dZ, X, W))
    return np.matmul(dZ, W.T), np.dot(X.T, dZ), np.ones(len(dZ), "float32") @ dZ
