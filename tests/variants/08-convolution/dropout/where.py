# expect: pass
# why: np.where with uniform numbers in float32, and a copy in inference
def dropout(x, rate, training, seed):
    if rate < 0 or rate >= 1:
        raise ValueError("rate is a probability below 1")
    if training:
        rng = np.random.default_rng(seed)
        uniform = rng.uniform(0.0, 1.0, size=x.shape)
        return np.where(uniform < rate, 0.0, x / (1.0 - rate))
    return x.copy()
