# expect: fail
# why: scales the caller's gamma
def layer_norm(x, gamma, beta, epsilon=0.001):
    mean = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    y = (x - mean) / np.sqrt(var + epsilon)
    y = gamma * y + beta
    gamma /= np.linalg.norm(gamma)
    return y
