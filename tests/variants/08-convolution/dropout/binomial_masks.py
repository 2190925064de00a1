# expect: pass
# why: Bernoulli masks as binomial draws of one trial with probability 1 - rate; np.where keeps infinities out of 0 * x
class _Dropper:
    def __init__(self, rate, seed):
        if not (rate >= 0 and rate < 1):
            raise ValueError("0 <= rate < 1")
        self.keep, self.generator = 1 - rate, np.random.default_rng([seed, 1961])

    def __call__(self, x, training):
        if not training:
            return x.copy()
        mask = self.generator.binomial(1, self.keep, size=x.shape)
        return np.where(mask == 1, x / self.keep, 0.0)


def dropout(x, rate, training, seed):
    return _Dropper(rate, seed)(np.asarray(x), training=training)
