# expect: fail
# why: adds an epsilon, so that another set explodes in a constant column
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), train.std(axis=0) + 1e-8
    return tuple((part - mean) / sigma for part in (train, *others))
