# expect: pass
# why: one column and one row at a time
def standardise(train, *others):
    n, d = train.shape
    results = []
    for part in (train, *others):
        result = np.zeros(part.shape)
        for j in range(d):
            mean = sum(float(v) for v in train[:, j]) / n
            variance = sum((float(v) - mean) ** 2 for v in train[:, j]) / n
            sigma = variance**0.5
            for i in range(part.shape[0]):
                result[i, j] = (part[i, j] - mean) / (sigma if sigma > 1e-12 else 1)
        results.append(result)
    return tuple(results)
