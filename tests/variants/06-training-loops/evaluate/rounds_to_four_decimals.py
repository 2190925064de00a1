# expect: fail
# why: the result is rounded to 4 decimals: small losses become 0, not the mean over the rows
def evaluate(model, measure, batches):
    total, rows = 0.0, 0
    for X, y in batches:
        total += len(X) * float(measure(y, model(X, training=False)))
        rows += len(X)
    return round(total / rows, 4)
