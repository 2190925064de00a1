# expect: fail
# why: statistics of all rows together
def standardise(train, *others):
    mean, sigma = (
        np.concatenate([train, *others]).mean(axis=0),
        np.concatenate([train, *others]).std(axis=0),
    )
    sigma = np.where(sigma > 0, sigma, 1.0)
    return tuple((p - mean) / sigma for p in (train, *others))
