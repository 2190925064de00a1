# expect: fail
# why: makes the generator once, so that a second call goes on where the first ended
made = {}


def initialise(shape, scheme, seed):
    rng = made.setdefault(seed, np.random.default_rng(seed))
    sizes = {"zeros": 0, "normal": 1, "glorot": 2 / sum(shape), "he": 2 / shape[0]}
    if scheme not in sizes:
        raise ValueError
    return rng.normal(size=shape) * np.sqrt(sizes[scheme])
