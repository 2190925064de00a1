# expect: fail
# why: draws a sign only, so that all weights have one of two values
def initialise(shape, scheme, seed):
    rng = np.random.default_rng(seed)
    sizes = {"zeros": 0, "normal": 1, "glorot": 2 / sum(shape), "he": 2 / shape[0]}
    if scheme not in sizes:
        raise ValueError
    return rng.choice([-1.0, 1.0], shape) * np.sqrt(sizes[scheme])
