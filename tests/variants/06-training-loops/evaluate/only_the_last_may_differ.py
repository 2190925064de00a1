# expect: fail
# why: all but the last batch are weighted by the first one's size: "they may differ in size. Each counts by its number of rows"
def evaluate(model, measure, batches):
    values, sizes = [], []
    for X, y in batches:
        values.append(float(measure(y, model(X, training=False))))
        sizes.append(len(X))
    weights = np.full(len(sizes), sizes[0])
    weights[-1] = sizes[-1]
    return float((weights * values).sum() / weights.sum())
