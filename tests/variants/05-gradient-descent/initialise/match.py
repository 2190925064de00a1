# expect: pass
# why: a match statement; NumPy generators in float32, uniform with the bounds of Glorot and He
def initialise(shape, scheme, seed):
    rng = np.random.default_rng(seed)
    match scheme:
        case "zeros":
            return np.zeros(shape, dtype=np.float32)
        case "normal":
            return rng.standard_normal(shape, dtype=np.float32)
        case "glorot":
            bound = np.sqrt(6 / sum(shape))
        case "he":
            bound = np.sqrt(6 / shape[0])
        case _:
            raise ValueError(f"unknown scheme {scheme}")
    return rng.uniform(-bound, bound, size=shape)
