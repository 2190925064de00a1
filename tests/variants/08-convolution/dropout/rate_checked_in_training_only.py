# expect: fail
# why: in inference returns before the rate is looked at: ValueError "in inference as well"
def dropout(x, rate, training, seed):
    if not training:
        return x.copy()
    if not 0 <= rate < 1:
        raise ValueError("rate")
    keep = np.random.default_rng(seed).random(x.shape) >= rate
    return x * keep / (1 - rate)
