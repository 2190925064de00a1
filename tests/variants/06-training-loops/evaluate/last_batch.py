# expect: fail
# why: returns the last batch's value
def evaluate(model, measure, batches):
    for X, y in batches:
        value = measure(y, model(X, training=False))
    return float(value)
