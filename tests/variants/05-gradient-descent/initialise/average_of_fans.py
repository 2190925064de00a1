# expect: fail
# why: divides 2 by the mean of the fans in Glorot's scheme
def initialise(shape, scheme, seed):
    rng = np.random.default_rng(seed)
    sizes = {"zeros": 0, "normal": 1, "glorot": 2 / (sum(shape) / 2), "he": 2 / shape[0]}
    if scheme not in sizes:
        raise ValueError
    return rng.normal(size=shape) * np.sqrt(sizes[scheme])
