# expect: fail
# why: RMS normalisation: the mean square for the variance
def layer_norm(x, gamma, beta, epsilon=0.001):
    mean = x.mean(axis=-1, keepdims=True)
    var = (x**2).mean(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + epsilon) + beta
