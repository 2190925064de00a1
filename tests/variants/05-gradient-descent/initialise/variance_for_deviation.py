# expect: fail
# why: hands the variance to a generator that wants the standard deviation
def initialise(shape, scheme, seed):
    fan_in, fan_out = shape
    variances = {"zeros": 0, "normal": 1, "glorot": 2 / (fan_in + fan_out), "he": 2 / fan_in}
    if scheme not in variances:
        raise ValueError(scheme)
    return np.random.default_rng(seed).normal(0, variances[scheme], shape)
