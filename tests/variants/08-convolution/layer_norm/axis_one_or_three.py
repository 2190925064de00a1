# expect: fail
# why: axis 1 for tables and 3 for all else: an error for three axes, the wrong axis for five ("any other number of axes in between"; the last axis alone)
def layer_norm(x, gamma, beta, epsilon=0.001):
    axis = 1 if x.ndim == 2 else 3
    mean = x.mean(axis=axis, keepdims=True)
    variance = x.var(axis=axis, keepdims=True)
    return gamma * (x - mean) / np.sqrt(variance + epsilon) + beta
