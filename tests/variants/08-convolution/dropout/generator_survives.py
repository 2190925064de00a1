# expect: fail
# why: keeps a generator for each seed, which goes on in the next call
generators = {}


def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    if not training:
        return x
    rng = generators.setdefault(seed, np.random.default_rng(seed))
    kept = rng.random(x.shape) >= rate
    return x * kept / (1 - rate)
