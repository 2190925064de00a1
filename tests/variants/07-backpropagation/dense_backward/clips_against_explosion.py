# expect: fail
# why: clips every entry silently to +-100: not the gradient any more when it is large
def dense_backward(dZ, X, W):
    results = (dZ @ W.T, X.T @ dZ, dZ.sum(axis=0))
    return tuple(np.clip(result, -100.0, 100.0) for result in results)
