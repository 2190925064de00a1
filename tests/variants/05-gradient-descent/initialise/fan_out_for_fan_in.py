# expect: fail
# why: takes the number of neurons for the number of inputs
def initialise(shape, scheme, seed):
    fan_out, fan_in = shape
    variances = {"zeros": 0, "normal": 1, "glorot": 2 / (fan_in + fan_out), "he": 2 / fan_in}
    if scheme not in variances:
        raise ValueError(scheme)
    return np.random.default_rng(seed).normal(0, np.sqrt(variances[scheme]), shape)
