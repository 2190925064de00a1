# expect: fail
# why: instance normalisation: statistics of each image's channels
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    mean, var = running_mean, running_var
    if training:
        pixels = x.reshape(-1, x.shape[-1])
        running_mean = momentum * running_mean + (1 - momentum) * pixels.mean(axis=0)
        running_var = momentum * running_var + (1 - momentum) * pixels.var(axis=0)
        axes = tuple(range(1, x.ndim - 1)) or 0
        mean, var = x.mean(axis=axes, keepdims=True), x.var(axis=axes, keepdims=True)
    y = gamma * (x - mean) / np.sqrt(var + epsilon) + beta
    return y, running_mean, running_var
