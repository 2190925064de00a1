# expect: fail
# why: with one channel returns gamma * x + beta, "since there is nothing to normalise": by the formula x - mean is 0 and y is beta
def layer_norm(x, gamma, beta, epsilon=0.001):
    if x.shape[-1] == 1:
        return gamma * x + beta
    mean = x.mean(axis=-1)[..., None]
    variance = ((x - mean) ** 2).mean(axis=-1)[..., None]
    return gamma * (x - mean) / np.sqrt(variance + epsilon) + beta
