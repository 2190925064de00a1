# expect: fail
# why: flattens true values and predictions
def evaluate(model, measure, batches):
    total, rows = 0.0, 0
    for X, y in batches:
        p = model(X, training=False).numpy()
        total += len(X) * float(measure(np.ravel(y), np.ravel(p)))
        rows += len(X)
    return total / rows
