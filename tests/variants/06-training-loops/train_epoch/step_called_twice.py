# expect: fail
# why: calls the step once more for the number
def train_epoch(step, batches):
    total, rows = 0.0, 0
    for X, y in batches:
        step(X, y)
        total += len(X) * float(step(X, y))
        rows += len(X)
    if rows == 0:
        raise ValueError
    return total / rows
