# expect: fail
# why: drops exactly the share, so that numbers are not independent
def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    if not training:
        return x
    order = np.random.default_rng(seed).permutation(x.size)
    kept = order.reshape(x.shape) >= round(rate * x.size)
    return x * kept / (1 - rate)
