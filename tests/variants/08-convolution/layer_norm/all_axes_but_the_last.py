# expect: fail
# why: batch normalisation over all examples and pixels
def layer_norm(x, gamma, beta, epsilon=0.001):
    axes = tuple(range(x.ndim - 1))
    mean, var = x.mean(axis=axes), x.var(axis=axes)
    return gamma * (x - mean) / np.sqrt(var + epsilon) + beta
