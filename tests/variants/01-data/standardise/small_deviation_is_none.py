# expect: fail
# why: a deviation under 0.001 counts as none
def standardise(train, *others):
    m, s = train.mean(0), train.std(0)
    s = np.where(s < 1e-3, 1, s)
    return tuple((a - m) / s for a in (train, *others))
