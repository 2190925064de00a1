# expect: pass
# why: a class that is fitted and called
class Scaler:
    def fit(self, X):
        self.mu = X.mean(0)
        self.sd = np.sqrt(((X - self.mu) ** 2).sum(0) / len(X))
        self.sd[np.ptp(X, axis=0) == 0] = 1
        return self

    def __call__(self, X):
        return np.divide(np.subtract(X, self.mu), self.sd)


def standardise(train, *others):
    scale = Scaler().fit(train)
    return (scale(train), *map(scale, others))
