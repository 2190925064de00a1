# expect: pass
# why: a loop over channels, in plain Python numbers
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    y = np.empty(x.shape)
    means = []
    variances = []
    for channel in range(x.shape[-1]):
        numbers = [float(number) for number in x[..., channel].flatten()]
        if training:
            mean = sum(numbers) / len(numbers)
            variance = 0
            for number in numbers:
                variance += (number - mean) ** 2
            variance /= len(numbers)
            means.append(momentum * running_mean[channel] + (1 - momentum) * mean)
            variances.append(momentum * running_var[channel] + (1 - momentum) * variance)
        else:
            mean = running_mean[channel]
            variance = running_var[channel]
            means.append(mean)
            variances.append(variance)
        normalised = (x[..., channel] - mean) / (variance + epsilon) ** 0.5
        y[..., channel] = gamma[channel] * normalised + beta[channel]
    return y, np.array(means), np.array(variances)
