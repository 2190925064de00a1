# expect: fail
# why: drops the smallest numbers instead of random ones
def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    if not training:
        return x
    kept = x >= np.quantile(x, rate)
    return x * kept / (1 - rate)
