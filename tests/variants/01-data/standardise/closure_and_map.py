# expect: pass
# why: a closure that is mapped over all arguments; a constant column has the training value itself as its mean
def standardise(train, *others):
    train = np.asarray(train)
    flat = (train == train[:1]).all(axis=0)
    mean = np.where(flat, train[0], train.mean(axis=0, dtype=float))
    deviation = np.where(flat, 1.0, train.std(axis=0, dtype=float))

    def scale(rows):
        return np.true_divide(np.subtract(rows, mean, dtype=float), deviation)

    return tuple(map(scale, (train,) + others))
