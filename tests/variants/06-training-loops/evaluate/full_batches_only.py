# expect: fail
# why: leaves a shorter batch out
def evaluate(model, measure, batches):
    batches = list(batches)
    size = max(len(X) for X, _ in batches)
    values = [float(measure(y, model(X, training=False))) for X, y in batches if len(X) == size]
    return np.mean(values)
