# expect: fail
# why: cuts the normal distribution off at two deviations without making up for it
def initialise(shape, scheme, seed):
    rng = np.random.default_rng(seed)
    sizes = {"zeros": 0, "normal": 1, "glorot": 2 / sum(shape), "he": 2 / shape[0]}
    if scheme not in sizes:
        raise ValueError
    draws = rng.normal(size=shape)
    while (far := np.abs(draws) > 2).any():
        draws[far] = rng.normal(size=far.sum())
    return draws * np.sqrt(sizes[scheme])
