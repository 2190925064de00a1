# expect: fail
# why: one pass counts the rows, the other measures: nothing is left of a generator, "iterable of batches"; the result is then 0
def evaluate(model, measure, batches):
    rows = sum(len(X) for X, _ in batches)
    total = sum(len(X) * float(measure(y, model(X, training=False))) for X, y in batches)
    return total / rows
