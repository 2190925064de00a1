# expect: fail
# why: subtracts the mean from the caller's array
def layer_norm(x, gamma, beta, epsilon=0.001):
    mean = x.mean(axis=-1, keepdims=True)
    x -= mean
    var = x.var(axis=-1, keepdims=True)
    return gamma * x / np.sqrt(var + epsilon) + beta
