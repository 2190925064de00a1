# expect: pass
# why: match statement, scipy-free, weights in float32 (the docstring says floats), scaled standard normals
def initialise(shape, scheme, seed):
    n, m = shape
    match scheme:
        case "zeros":
            return np.zeros((n, m), dtype="float32")
        case "normal":
            variance = 1
        case "glorot":
            variance = 2 / (n + m)
        case "he":
            variance = 2 / n
        case _:
            raise ValueError(scheme)
    rng = np.random.default_rng([7, seed])
    return rng.standard_normal(size=(n, m), dtype=np.float32) * np.float32(variance**0.5)
