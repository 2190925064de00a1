# expect: fail
# why: divides by the variance
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), train.var(axis=0)
    sigma = np.where(sigma > 0, sigma, 1.0)
    return tuple((p - mean) / sigma for p in (train, *others))
