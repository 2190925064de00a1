# expect: pass
# why: uniform with the bound sqrt(3) times the standard deviation, float32
def initialise(shape, scheme, seed):
    rng = np.random.default_rng(seed)
    n, m = shape
    if scheme == "zeros":
        return np.zeros(shape, dtype="float32")
    if scheme == "normal":
        return rng.standard_normal(shape, dtype="float32")
    if scheme == "glorot":
        bound = np.sqrt(6 / (n + m))
    elif scheme == "he":
        bound = np.sqrt(6 / n)
    else:
        raise ValueError("unknown scheme")
    return rng.uniform(-bound, bound, shape).astype("float32")
