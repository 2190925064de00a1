# expect: fail
# why: takes epsilon for a smallest variance
def layer_norm(x, gamma, beta, epsilon=0.001):
    mean = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(np.maximum(var, epsilon)) + beta
