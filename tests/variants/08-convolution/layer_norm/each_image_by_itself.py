# expect: fail
# why: instance normalisation: each channel over an image's pixels
def layer_norm(x, gamma, beta, epsilon=0.001):
    axes = tuple(range(1, x.ndim - 1)) or -1
    mean = x.mean(axis=axes, keepdims=True)
    var = x.var(axis=axes, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + epsilon) + beta
