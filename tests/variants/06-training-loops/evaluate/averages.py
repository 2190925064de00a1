# expect: pass
# why: pairs from a generator, and a dot product
def evaluate(model, measure, batches):
    pairs = ((float(measure(y, model(X, training=False))), len(y)) for X, y in batches)
    values, sizes = map(np.array, zip(*pairs))
    return np.dot(values, sizes) / np.sum(sizes)
