# expect: fail
# why: divides and does not centre
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), train.std(axis=0)
    sigma = np.where(sigma > 0, sigma, 1.0)
    return tuple(p / sigma for p in (train, *others))
