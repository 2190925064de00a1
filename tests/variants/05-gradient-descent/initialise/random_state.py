# expect: pass
# why: NumPy's old RandomState
def initialise(shape, scheme, seed):
    state = np.random.RandomState(seed)
    if scheme == "zeros":
        return np.zeros(shape)
    if scheme == "normal":
        return state.randn(*shape)
    if scheme == "glorot":
        return state.randn(*shape) * (2 / (shape[0] + shape[1])) ** 0.5
    if scheme == "he":
        return state.randn(*shape) * (2 / shape[0]) ** 0.5
    raise ValueError(scheme)
