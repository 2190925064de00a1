# expect: fail
# why: own mean, training deviation
def standardise(train, *others):
    s = train.std(0)
    s = np.where(s == 0, 1, s)
    return tuple((a - a.mean(0)) / s for a in (train, *others))
