# expect: pass
# why: a helper that normalises, called for training and for inference
def normalise(x, mean, variance, gamma, beta, epsilon):
    return np.multiply(gamma, (x - mean) * (variance + epsilon) ** -0.5) + beta


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    if not training:
        y = normalise(x, running_mean, running_var, gamma, beta, epsilon)
        return y, np.array(running_mean), np.array(running_var)
    mean, count = x, 1
    while mean.ndim > 1:
        count *= len(mean)
        mean = mean.sum(axis=0)
    mean = mean / count
    squares = (x - mean) ** 2
    while squares.ndim > 1:
        squares = squares.sum(axis=0)
    variance = squares / count
    return (
        normalise(x, mean, variance, gamma, beta, epsilon),
        np.average([running_mean, mean], axis=0, weights=[momentum, 1 - momentum]),
        np.average([running_var, variance], axis=0, weights=[momentum, 1 - momentum]),
    )
