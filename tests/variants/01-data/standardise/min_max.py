# expect: fail
# why: scales to 0 … 1 instead
def standardise(train, *others):
    low, span = train.min(axis=0), np.ptp(train, axis=0)
    return tuple((part - low) / np.where(span > 0, span, 1) for part in (train, *others))
