# expect: fail
# why: returns the training rows alone
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), train.std(axis=0)
    sigma = np.where(sigma > 0, sigma, 1.0)
    return (train - mean) / sigma
