# expect: fail
# why: each pixel is normalised with a mean of its own, over the examples only
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    mean, var = running_mean, running_var
    if training:
        pixels = x.reshape(-1, x.shape[-1])
        running_mean = momentum * running_mean + (1 - momentum) * pixels.mean(axis=0)
        running_var = momentum * running_var + (1 - momentum) * pixels.var(axis=0)
        mean, var = x.mean(axis=0), x.var(axis=0)
    y = gamma * (x - mean) / np.sqrt(var + epsilon) + beta
    return y, running_mean, running_var
