# expect: fail
# why: casts the result back to the input's dtype
def standardise(train, *others):
    mean, sigma = train.mean(axis=0), train.std(axis=0)
    sigma = np.where(sigma > 0, sigma, 1.0)
    return tuple(((p - mean) / sigma).astype(p.dtype) for p in (train, *others))
