# expect: fail
# why: predicts in training mode
def evaluate(model, measure, batches):
    total, rows = 0.0, 0
    for X, y in batches:
        total += len(X) * float(measure(y, model(X, training=True)))
        rows += len(X)
    return total / rows
