# expect: fail
# why: mean of squares minus square of the mean: cancellation for large numbers (1e8, 1e8 + 2) gives garbage or NaN; the variance is the mean of the squared deviations
def layer_norm(x, gamma, beta, epsilon=0.001):
    mean = np.mean(x, axis=-1, keepdims=True)
    variance = np.mean(np.square(x), axis=-1, keepdims=True) - np.square(mean)
    return gamma * (x - mean) / np.sqrt(variance + epsilon) + beta
