# expect: fail
# why: StopIteration for an empty iterator
def train_epoch(step, batches):
    it = iter(batches)
    X, y = next(it)
    total, rows = len(X) * float(step(X, y)), len(X)
    for X, y in it:
        total += len(X) * float(step(X, y))
        rows += len(X)
    return total / rows
