# expect: fail
# why: keeps running statistics of its own from call to call
kept = {}


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    running_mean, running_var = kept.get(len(gamma), (running_mean, running_var))
    mean, var = running_mean, running_var
    if training:
        axes = tuple(range(x.ndim - 1))
        mean, var = x.mean(axis=axes), x.var(axis=axes)
        running_mean = momentum * running_mean + (1 - momentum) * mean
        running_var = momentum * running_var + (1 - momentum) * var
    y = gamma * (x - mean) / np.sqrt(var + epsilon) + beta
    kept[len(gamma)] = running_mean, running_var
    return y, running_mean, running_var
