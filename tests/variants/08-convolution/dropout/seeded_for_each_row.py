# expect: fail
# why: seeds anew for every row, so that all rows lose the same columns
def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    if not training:
        return x
    kept = np.array([np.random.default_rng(seed).random(x.shape[1:]) >= rate for _ in x])
    return x * kept / (1 - rate)
