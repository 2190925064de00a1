# expect: fail
# why: divides by n - 1
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), np.nan_to_num(train.std(axis=0, ddof=1))
    sigma = np.where(sigma > 0, sigma, 1.0)
    return tuple((p - mean) / sigma for p in (train, *others))
