# expect: fail
# why: clipped to three deviations
def standardise(train, *others):
    m, s = train.mean(0), train.std(0)
    s = np.where(s == 0, 1, s)
    return tuple(np.clip((a - m) / s, -3, 3) for a in (train, *others))
