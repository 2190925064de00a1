# expect: fail
# why: one mask for all rows: drops whole columns
def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    if not training:
        return x
    kept = np.random.default_rng(seed).random(x.shape[-1:]) >= rate
    return x * kept / (1 - rate)
