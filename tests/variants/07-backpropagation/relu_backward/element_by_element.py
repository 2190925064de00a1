# expect: pass
# why: a loop over all entries, a nested list comes back


def relu_backward(dA, Z):
    flat = [g if z > 0 else 0.0 for g, z in zip(np.ravel(dA), np.ravel(Z))]
    return np.reshape(flat, np.shape(Z)).tolist()
