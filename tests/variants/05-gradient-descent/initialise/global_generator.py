# expect: pass
# why: seeds NumPy's global generator
def initialise(shape, scheme, seed):
    if scheme not in ["zeros", "normal", "glorot", "he"]:
        raise ValueError("no such scheme")
    np.random.seed(seed)
    weights = np.random.randn(shape[0], shape[1])
    if scheme == "zeros":
        return np.zeros_like(weights)
    if scheme == "he":
        return weights * np.sqrt(2.0 / shape[0])
    return weights if scheme == "normal" else weights * np.sqrt(2.0 / (shape[0] + shape[1]))
