# expect: fail
# why: raises AssertionError, which python -O removes
def dropout(x, rate, training, seed):
    assert 0 <= rate < 1
    if not training:
        return x
    kept = np.random.default_rng(seed).random(x.shape) >= rate
    return x * kept / (1 - rate)
