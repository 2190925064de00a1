# expect: fail
# why: centres on the median
def standardise(train, *others):
    mean, sigma = np.median(train, axis=0), train.std(axis=0)
    sigma = np.where(sigma > 0, sigma, 1.0)
    return tuple((p - mean) / sigma for p in (train, *others))
