# expect: fail
# why: gives each example, not each channel, its gamma and beta
def layer_norm(x, gamma, beta, epsilon=0.001):
    mean = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    y = (x - mean) / np.sqrt(var + epsilon)
    return (gamma * y.T + beta).T if len(x) == len(gamma) else gamma * y + beta
