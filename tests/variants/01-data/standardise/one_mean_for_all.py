# expect: fail
# why: one mean and deviation for the whole table
def standardise(train, *others):
    mean, sigma = train.mean(), train.std()
    sigma = np.where(sigma > 0, sigma, 1.0)
    return tuple((p - mean) / sigma for p in (train, *others))
