# expect: fail
# why: training mode, weights put back afterwards
def evaluate(model, measure, batches):
    weights = model.get_weights()
    total, rows = 0.0, 0
    for X, y in batches:
        total += len(X) * float(measure(y, model(X, training=True)))
        rows += len(X)
    model.set_weights(weights)
    return total / rows
