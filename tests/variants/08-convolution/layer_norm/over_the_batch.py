# expect: fail
# why: batch normalisation: statistics of each channel
def layer_norm(x, gamma, beta, epsilon=0.001):
    mean = x.mean(axis=0, keepdims=True)
    var = x.var(axis=0, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + epsilon) + beta
