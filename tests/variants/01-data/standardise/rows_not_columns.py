# expect: fail
# why: statistics of rows
def standardise(train, *others):
    mean, sigma = train.mean(axis=1, keepdims=True), train.std(axis=1, keepdims=True)
    sigma = np.where(sigma > 0, sigma, 1.0)
    return tuple(
        (p - p.mean(axis=1, keepdims=True))
        / np.where(p.std(axis=1, keepdims=True) > 0, p.std(axis=1, keepdims=True), 1)
        for p in (train, *others)
    )
