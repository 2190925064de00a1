# expect: fail
# why: does not scale
def layer_norm(x, gamma, beta, epsilon=0.001):
    mean = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    return (x - mean) / np.sqrt(var + epsilon) + beta
