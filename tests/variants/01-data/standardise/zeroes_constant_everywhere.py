# expect: fail
# why: sets a column to 0 in the others too, if the training set has it constant
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), train.std(axis=0)
    sigma = np.where(sigma > 0, sigma, 1.0)
    return tuple(np.where(train.std(axis=0) > 0, (p - mean) / sigma, 0) for p in (train, *others))
