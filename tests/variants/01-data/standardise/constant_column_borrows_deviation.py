# expect: fail
# why: where train is constant, another set is divided by its own deviation, not by 1
def standardise(train, *others):
    mean = train.mean(axis=0)
    flat = train.max(axis=0) == train.min(axis=0)
    results = []
    for part in (train, *others):
        own = part.std(axis=0)
        deviation = np.where(flat, np.where(own > 0, own, 1), np.where(flat, 1, train.std(axis=0)))
        results.append((part - mean) / deviation)
    return tuple(results)
