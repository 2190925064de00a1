# expect: pass
# why: the measure of every row by itself
def evaluate(model, measure, batches):
    values = []
    for X, y in batches:
        predictions = model(X, training=False)
        for i in range(len(X)):
            values.append(float(measure(y[i : i + 1], predictions[i : i + 1])))
    return float(np.mean(values))
