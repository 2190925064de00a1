# expect: fail
# why: a uniform distribution whose bound is the standard deviation
def initialise(shape, scheme, seed):
    fan_in, fan_out = shape
    variances = {"zeros": 0, "normal": 1, "glorot": 2 / (fan_in + fan_out), "he": 2 / fan_in}
    if scheme not in variances:
        raise ValueError(scheme)
    bound = np.sqrt(variances[scheme])
    if scheme == "normal":
        return np.random.default_rng(seed).normal(size=shape)
    return np.random.default_rng(seed).uniform(-bound, bound, shape)
