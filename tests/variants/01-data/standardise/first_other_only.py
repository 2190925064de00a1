# expect: fail
# why: handles one other set, not several
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), train.std(axis=0)
    sigma = np.where(sigma > 0, sigma, 1)
    if not others:
        return ((train - mean) / sigma,)
    return (train - mean) / sigma, (others[0] - mean) / sigma
