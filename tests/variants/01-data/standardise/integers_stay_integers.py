# expect: fail
# why: results are written into empty_like(part): integer arrays come back truncated, not as float arrays
def standardise(train, *others):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation = np.where(train.max(axis=0) == train.min(axis=0), 1, deviation)
    results = []
    for part in (train, *others):
        result = np.empty_like(part)
        result[...] = (part - mean) / deviation
        results.append(result)
    return tuple(results)
