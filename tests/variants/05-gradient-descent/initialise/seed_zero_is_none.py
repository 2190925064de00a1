# expect: fail
# why: a seed of 0 is taken for no seed
def initialise(shape, scheme, seed):
    variance = {"zeros": 0, "normal": 1, "glorot": 2 / sum(shape), "he": 2 / shape[0]}
    if scheme not in variance:
        raise ValueError
    rng = np.random.default_rng(seed or None)
    return rng.normal(0, variance[scheme] ** 0.5, shape)
