# expect: fail
# why: a batch of one comes back without its first axis
def layer_norm(x, gamma, beta, epsilon=0.001):
    mean = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    return (
        gamma * (x - mean) / np.sqrt(var + epsilon) + beta
        if len(x) > 1
        else (gamma * (x - mean) / np.sqrt(var + epsilon) + beta)[0]
    )
