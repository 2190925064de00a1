# expect: fail
# why: x.mean(axis=-1)[:, None] fits a table and no image
def layer_norm(x, gamma, beta, epsilon=0.001):
    mean = x.mean(axis=-1)[:, None]
    var = x.var(axis=-1)[:, None]
    return gamma * (x - mean) / np.sqrt(var + epsilon) + beta
