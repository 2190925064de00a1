# expect: fail
# why: 0/0 in constant columns
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), train.std(axis=0)
    return tuple((part - mean) / sigma for part in (train, *others))
