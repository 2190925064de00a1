# expect: fail
# why: returns the others before the training rows
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), train.std(axis=0)
    sigma = np.where(sigma > 0, sigma, 1.0)
    return tuple((p - mean) / sigma for p in (*others, train))
