# expect: fail
# why: standardises by the last set in place of the first
def standardise(train, *others):
    last = (train, *others)[-1]
    mean, sigma = last.mean(axis=0), last.std(axis=0)
    return tuple((part - mean) / np.where(sigma > 0, sigma, 1) for part in (train, *others))
