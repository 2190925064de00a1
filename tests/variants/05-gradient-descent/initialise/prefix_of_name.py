# expect: fail
# why: any name that begins like one
def initialise(shape, scheme, seed):
    variance = {"z": 0, "n": 1, "g": 2 / sum(shape), "h": 2 / shape[0]}
    if scheme[:1] not in variance:
        raise ValueError
    return np.random.default_rng(seed).normal(0, variance[scheme[:1]] ** 0.5, shape)
