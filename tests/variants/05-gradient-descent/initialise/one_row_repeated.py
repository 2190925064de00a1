# expect: fail
# why: draws one row and repeats it: the symmetry between inputs stays
def initialise(shape, scheme, seed):
    fan_in, fan_out = shape
    variances = {"zeros": 0, "normal": 1, "glorot": 2 / (fan_in + fan_out), "he": 2 / fan_in}
    if scheme not in variances:
        raise ValueError(scheme)
    return (
        np.random.default_rng(seed)
        .normal(0, np.sqrt(variances[scheme]), (1, fan_out))
        .repeat(fan_in, axis=0)
    )
