# expect: pass
# why: mean and variance over the last axis, by hand
def layer_norm(x, gamma, beta, epsilon=0.001):
    channels = x.shape[-1]
    mean = np.sum(x, axis=-1)[..., np.newaxis] / channels
    deviation = x - mean
    variance = np.sum(deviation * deviation, axis=-1)[..., np.newaxis] / channels
    return deviation * gamma / np.sqrt(variance + epsilon) + beta
