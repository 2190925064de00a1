# expect: fail
# why: gives the measure the predictions first
def evaluate(model, measure, batches):
    total, rows = 0.0, 0
    for X, y in batches:
        total += len(X) * float(measure(model(X, training=False), y))
        rows += len(X)
    return total / rows
