# expect: fail
# why: sets the caller's numbers to 0
def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    if not training:
        return x
    kept = np.random.default_rng(seed).random(x.shape) >= rate
    x[~kept] = 0
    return x / (1 - rate)
