# expect: fail
# why: a loss of zero is taken for no batch
def train_epoch(step, batches):
    total = rows = 0
    for X, y in batches:
        total += len(X) * float(step(X, y))
        rows += len(X)
    if not total:
        raise ValueError("no batch")
    return total / rows
