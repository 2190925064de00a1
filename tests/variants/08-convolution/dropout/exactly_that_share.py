# expect: fail
# why: drops exactly round(rate * size) numbers, chosen without replacement: not "each independently of all others"; a single number is never dropped at rate 0.25
def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError("rate")
    result = np.array(x, dtype=float)
    if training:
        rng = np.random.default_rng(seed)
        lost = rng.choice(x.size, size=round(rate * x.size), replace=False)
        result /= 1 - rate
        result.reshape(-1)[lost] = 0
    return result
