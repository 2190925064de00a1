# expect: fail
# why: a single row loses its axis
def standardise(train, *others):
    m, s = train.mean(0), train.std(0)
    s = np.where(s == 0, 1, s)
    out = [(a - m) / s for a in (train, *others)]
    return tuple(a[0] if len(a) == 1 else a for a in out)
