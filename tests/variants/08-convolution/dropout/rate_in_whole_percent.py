# expect: fail
# why: draws whole percents and compares with int(100 * rate): nothing is ever dropped at rate 0.005, and 0.999 drops 99 % while dividing by 0.001
def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError("rate")
    if not training:
        return x.copy()
    percent = np.random.default_rng(seed).integers(0, 100, size=x.shape)
    keep = percent >= int(100 * rate)
    return np.where(keep, x / (1 - rate), 0.0)
