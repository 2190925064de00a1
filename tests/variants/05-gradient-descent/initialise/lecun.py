# expect: fail
# why: 1 over fan-in for He's scheme
def initialise(shape, scheme, seed):
    rng = np.random.default_rng(seed)
    sizes = {"zeros": 0, "normal": 1, "glorot": 2 / sum(shape), "he": 1 / shape[0]}
    if scheme not in sizes:
        raise ValueError
    return rng.normal(size=shape) * np.sqrt(sizes[scheme])
