# expect: fail
# why: 1 / n in place of 2 / n, which is LeCun's
def initialise(shape, scheme, seed):
    fan_in, fan_out = shape
    variances = {"zeros": 0, "normal": 1, "glorot": 1 / (fan_in + fan_out), "he": 1 / fan_in}
    if scheme not in variances:
        raise ValueError(scheme)
    return np.random.default_rng(seed).normal(0, np.sqrt(variances[scheme]), shape)
