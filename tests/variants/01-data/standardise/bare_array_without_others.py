# expect: fail
# why: an array in place of a tuple of one
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), train.std(axis=0)
    sigma = np.where(sigma > 0, sigma, 1.0)
    return tuple((p - mean) / sigma for p in (train, *others)) if others else (train - mean) / sigma
