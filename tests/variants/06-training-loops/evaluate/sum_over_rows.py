# expect: fail
# why: does not divide
def evaluate(model, measure, batches):
    return sum(len(X) * float(measure(y, model(X, training=False))) for X, y in batches)
