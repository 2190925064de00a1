# expect: fail
# why: 'normal' drawn from a uniform distribution of that deviation
def initialise(shape, scheme, seed):
    fan_in, fan_out = shape
    variances = {"zeros": 0, "normal": 1, "glorot": 2 / (fan_in + fan_out), "he": 2 / fan_in}
    if scheme not in variances:
        raise ValueError(scheme)
    if scheme == "normal":
        return np.random.default_rng(seed).uniform(-(3**0.5), 3**0.5, shape)
    return np.random.default_rng(seed).normal(0, np.sqrt(variances[scheme]), shape)
