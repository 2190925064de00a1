# expect: fail
# why: layer normalisation: statistics of each row over its channels
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    mean, var = running_mean, running_var
    if training:
        axes = tuple(range(x.ndim - 1))
        mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
        running_mean = momentum * running_mean + (1 - momentum) * x.mean(axis=axes)
        running_var = momentum * running_var + (1 - momentum) * x.var(axis=axes)
    y = gamma * (x - mean) / np.sqrt(var + epsilon) + beta
    return y, running_mean, running_var
