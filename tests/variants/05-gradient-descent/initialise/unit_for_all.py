# expect: fail
# why: always the standard normal distribution
def initialise(shape, scheme, seed):
    fan_in, fan_out = shape
    variances = {"zeros": 0, "normal": 1, "glorot": 1, "he": 1}
    if scheme not in variances:
        raise ValueError(scheme)
    return np.random.default_rng(seed).normal(0, np.sqrt(variances[scheme]), shape)
