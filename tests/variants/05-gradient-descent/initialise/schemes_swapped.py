# expect: fail
# why: Glorot's and He's variances exchanged
def initialise(shape, scheme, seed):
    fan_in, fan_out = shape
    variances = {"zeros": 0, "normal": 1, "he": 2 / (fan_in + fan_out), "glorot": 2 / fan_in}
    if scheme not in variances:
        raise ValueError(scheme)
    return np.random.default_rng(seed).normal(0, np.sqrt(variances[scheme]), shape)
