# expect: fail
# why: "normal" is uniform with deviation 1: only glorot and he leave the distribution free, "normal" is the standard normal one
def initialise(shape, scheme, seed):
    variances = {
        "zeros": 0,
        "normal": 1,
        "glorot": 2 / (shape[0] + shape[1]),
        "he": 2 / shape[0],
    }
    if scheme not in variances:
        raise ValueError("unknown scheme")
    bound = np.sqrt(3 * variances[scheme])
    return np.random.default_rng(seed).uniform(-1, 1, shape) * bound
