# expect: fail
# why: variance as mean of squares minus square of the mean: for a large mean (1e8 + small numbers) cancellation gives 0, garbage or NaN instead of the mean of the squared deviations
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    mean, variance = running_mean.copy(), running_var.copy()
    new_mean, new_var = running_mean.copy(), running_var.copy()
    if training:
        axes = tuple(range(x.ndim - 1))
        mean = np.mean(x, axis=axes)
        variance = np.mean(x**2, axis=axes) - mean**2
        new_mean = momentum * running_mean + (1 - momentum) * mean
        new_var = momentum * running_var + (1 - momentum) * variance
    return gamma * (x - mean) / np.sqrt(variance + epsilon) + beta, new_mean, new_var
