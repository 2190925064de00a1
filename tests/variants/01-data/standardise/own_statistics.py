# expect: fail
# why: each set by its own statistics
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), train.std(axis=0)
    sigma = np.where(sigma > 0, sigma, 1.0)
    return tuple(
        (p - p.mean(axis=0)) / np.where(p.std(axis=0) > 0, p.std(axis=0), 1)
        for p in (train, *others)
    )
