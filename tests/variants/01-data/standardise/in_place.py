# expect: fail
# why: overwrites the caller's arrays
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), train.std(axis=0)
    sigma[sigma == 0] = 1
    for part in (*others, train):
        part[:] = (part - mean) / sigma
    return train, *others
