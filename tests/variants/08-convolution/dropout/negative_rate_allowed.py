# expect: fail
# why: looks for rates above only
def dropout(x, rate, training, seed):
    if rate >= 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    if not training:
        return x
    kept = np.random.default_rng(seed).random(x.shape) >= rate
    return x * kept / (1 - rate)
