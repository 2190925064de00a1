# expect: pass
# why: one toss of a coin for each number
def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    keep = 1 - rate if training else 1.0
    coins = np.random.default_rng(seed).binomial(1, keep, size=np.shape(x))
    return coins * x / keep
