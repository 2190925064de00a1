# expect: fail
# why: normalises each image as a whole, over pixels and channels
def layer_norm(x, gamma, beta, epsilon=0.001):
    axes = tuple(range(1, x.ndim))
    mean = x.mean(axis=axes, keepdims=True)
    var = x.var(axis=axes, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + epsilon) + beta
