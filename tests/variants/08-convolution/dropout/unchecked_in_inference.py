# expect: fail
# why: checks the rate in training only
def dropout(x, rate, training, seed):
    if not training:
        return x
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    kept = np.random.default_rng(seed).random(x.shape) >= rate
    return x * kept / (1 - rate)
