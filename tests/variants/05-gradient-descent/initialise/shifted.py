# expect: fail
# why: draws between 0 and twice the bound
def initialise(shape, scheme, seed):
    rng = np.random.default_rng(seed)
    sizes = {"zeros": 0, "normal": 1, "glorot": 2 / sum(shape), "he": 2 / shape[0]}
    if scheme not in sizes:
        raise ValueError
    if scheme == "normal":
        return rng.normal(size=shape)
    bound = np.sqrt(3 * sizes[scheme])
    return rng.uniform(0, 2 * bound, shape)
