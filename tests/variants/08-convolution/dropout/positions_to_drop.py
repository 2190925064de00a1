# expect: pass
# why: assigns zeros by boolean index to a scaled copy
def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    result = x / (1 - rate * bool(training))
    if training:
        rng = np.random.RandomState(seed)
        result[rng.rand(*x.shape) < rate] = 0
    return result
