# expect: pass
# why: chooses 0 or the factor for each number
def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    if not training:
        return 1.0 * x
    factors = [0.0, 1 / (1 - rate)]
    return x * np.random.default_rng(seed).choice(factors, size=x.shape, p=[rate, 1 - rate])
