# expect: fail
# why: removes constant columns
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), train.std(axis=0)
    sigma = np.where(sigma > 0, sigma, 1.0)
    return tuple(((p - mean) / sigma)[:, train.std(axis=0) > 0] for p in (train, *others))
