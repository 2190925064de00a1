# expect: fail
# why: `momentum or 0.99`: momentum = 0 (allowed, from 0 to 1) should replace the running statistics by the batch's, and hardly moves them
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    keep = momentum or 0.99
    if not training:
        y = gamma * (x - running_mean) / np.sqrt(running_var + epsilon) + beta
        return y, running_mean.copy(), running_var.copy()
    axes = tuple(range(x.ndim - 1))
    mean, variance = x.mean(axis=axes), x.var(axis=axes)
    y = gamma * (x - mean) / np.sqrt(variance + epsilon) + beta
    return y, keep * running_mean + (1 - keep) * mean, keep * running_var + (1 - keep) * variance
