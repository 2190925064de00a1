# expect: fail
# why: without keepdims the means of rows are subtracted from columns, or fit nothing
def layer_norm(x, gamma, beta, epsilon=0.001):
    mean = x.mean(axis=-1)
    var = x.var(axis=-1)
    return gamma * (x - mean) / np.sqrt(var + epsilon) + beta
