# expect: fail
# why: made to have exactly this mean and deviation, which fails for one weight
def initialise(shape, scheme, seed):
    variance = {"zeros": 0, "normal": 1, "glorot": 2 / sum(shape), "he": 2 / shape[0]}
    if scheme not in variance:
        raise ValueError
    if scheme == "zeros":
        return np.zeros(shape)
    w = np.random.default_rng(seed).normal(size=shape)
    return (w - w.mean()) / w.std() * variance[scheme] ** 0.5
