# expect: fail
# why: each batch counts the same
def evaluate(model, measure, batches):
    return np.mean([float(measure(y, model(X, training=False))) for X, y in batches])
