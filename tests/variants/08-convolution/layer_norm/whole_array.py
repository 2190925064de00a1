# expect: fail
# why: one mean and one variance for all numbers
def layer_norm(x, gamma, beta, epsilon=0.001):
    mean = x.mean()
    var = x.var()
    return gamma * (x - mean) / np.sqrt(var + epsilon) + beta
