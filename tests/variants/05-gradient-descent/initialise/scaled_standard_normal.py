# expect: pass
# why: multiplies standard normal numbers, with NumPy's old generator
def initialise(shape, scheme, seed):
    rng = np.random.RandomState(seed)
    unit = rng.randn(*shape)
    if scheme == "zeros":
        return 0.0 * unit
    if scheme == "normal":
        return unit
    if scheme == "glorot":
        return unit / np.sqrt((shape[0] + shape[1]) / 2)
    if scheme == "he":
        return unit * (2 / shape[0]) ** 0.5
    raise ValueError("unknown scheme")
