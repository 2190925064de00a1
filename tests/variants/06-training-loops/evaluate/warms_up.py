# expect: fail
# why: a first pass in training mode moves the running means
def evaluate(model, measure, batches):
    batches = list(batches)
    saved = None
    total, rows = 0.0, 0
    for X, y in batches:
        total += len(X) * float(measure(y, model(X, training=False)))
        rows += len(X)
    model(batches[0][0], training=True)
    return total / rows
