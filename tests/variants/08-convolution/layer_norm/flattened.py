# expect: fail
# why: returns a table: the axes in between are gone
def layer_norm(x, gamma, beta, epsilon=0.001):
    x = x.reshape(-1, x.shape[-1])
    mean = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + epsilon) + beta
