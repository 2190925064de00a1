# expect: fail
# why: does not centre constant columns
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), train.std(axis=0)
    mean = np.where(sigma == 0, 0, mean)
    return tuple((part - mean) / np.where(sigma == 0, 1, sigma) for part in (train, *others))
