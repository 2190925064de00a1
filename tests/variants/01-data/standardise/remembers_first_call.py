# expect: fail
# why: keeps the statistics of the first call
_kept = {}


def standardise(train, *others):
    sigma = train.std(axis=0)
    mean, sigma = _kept.setdefault(
        train.shape[1], (train.mean(axis=0), np.where(sigma > 0, sigma, 1))
    )
    return tuple((part - mean) / sigma for part in (train, *others))
