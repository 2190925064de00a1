# expect: fail
# why: E[x²] - E[x]² cancels for columns with a large mean (1e9 ± 1): wrong deviations or NaN
def standardise(train, *others):
    mean = train.mean(axis=0)
    variance = (train**2).mean(axis=0) - mean**2
    deviation = np.sqrt(np.where(train.max(axis=0) == train.min(axis=0), 1, variance))
    return tuple((part - mean) / deviation for part in (train, *others))
