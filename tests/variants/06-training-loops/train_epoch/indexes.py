# expect: fail
# why: needs a list: an iterator has no length
def train_epoch(step, batches):
    if len(batches) == 0:
        raise ValueError
    total, rows = 0.0, 0
    for i in range(len(batches)):
        X, y = batches[i]
        total += len(X) * float(step(X, y))
        rows += len(X)
    return total / rows
