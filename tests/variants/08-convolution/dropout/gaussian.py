# expect: fail
# why: multiplies by noise of mean 1 instead of dropping
def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    if not training:
        return x
    deviation = np.sqrt(rate / (1 - rate))
    return x * np.random.default_rng(seed).normal(1, deviation, x.shape)
