# expect: fail
# why: he takes max(shape) for fan_in: wrong for a layer with more neurons than inputs
def initialise(shape, scheme, seed):
    rng = np.random.default_rng(seed)
    if scheme == "zeros":
        return np.zeros(shape)
    if scheme == "normal":
        return rng.normal(size=shape)
    if scheme == "glorot":
        return rng.normal(0, np.sqrt(2 / sum(shape)), shape)
    if scheme == "he":
        return rng.normal(0, np.sqrt(2 / max(shape)), shape)
    raise ValueError("unknown scheme")
