# expect: fail
# why: one generator is seeded when the cell runs, whatever the seed of the call
rng = np.random.default_rng(0)


def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    if not training:
        return x
    kept = rng.random(x.shape) >= rate
    return x * kept / (1 - rate)
