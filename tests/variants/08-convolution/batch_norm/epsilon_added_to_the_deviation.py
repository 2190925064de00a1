# expect: fail
# why: divides by sqrt(variance) + epsilon, not sqrt(variance + epsilon); all visible tests have epsilon 0
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    if training:
        axes = tuple(range(x.ndim - 1))
        mean, variance = np.mean(x, axis=axes), np.var(x, axis=axes)
        running_mean = momentum * running_mean + (1 - momentum) * mean
        running_var = momentum * running_var + (1 - momentum) * variance
    else:
        mean, variance = running_mean, running_var
    y = gamma * (x - mean) / (np.sqrt(variance) + epsilon) + beta
    return y, np.array(running_mean), np.array(running_var)
