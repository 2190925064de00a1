# expect: fail
# why: a list, where the docstring asks for a tuple
def standardise(train, *others):
    mean = np.mean(train, axis=0, keepdims=True)
    sigma = np.sqrt(np.mean((train - mean) ** 2, axis=0, keepdims=True))
    return [
        np.divide(part - mean, sigma, out=1.0 * part - mean, where=sigma > 0)
        for part in (train, *others)
    ]
