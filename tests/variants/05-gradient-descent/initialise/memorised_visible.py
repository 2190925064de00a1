# expect: fail
# why: knows the deviations of the visible shape only
def initialise(shape, scheme, seed):
    known = {"zeros": 0.0, "normal": 1.0, "glorot": 0.0632456, "he": 0.0707107}
    if scheme == "best":
        raise ValueError
    return np.random.default_rng(seed).normal(0, known.get(scheme, 1.0), shape)
