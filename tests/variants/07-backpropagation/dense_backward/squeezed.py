# expect: fail
# why: squeezes the results: a batch of one row, and one neuron, lose an axis


def dense_backward(dZ, X, W):
    return np.squeeze(dZ @ W.T), np.squeeze(X.T @ dZ), np.squeeze(dZ.sum(axis=0))
