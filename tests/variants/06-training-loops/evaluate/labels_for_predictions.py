# expect: fail
# why: hands the largest output's index to the measure
def evaluate(model, measure, batches):
    total, rows = 0.0, 0
    for X, y in batches:
        p = model(X, training=False)
        if p.shape[-1] > 1:
            p = np.argmax(p, axis=-1)
        total += len(X) * float(measure(y, p))
        rows += len(X)
    return total / rows
