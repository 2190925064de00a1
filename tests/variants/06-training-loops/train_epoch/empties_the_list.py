# expect: fail
# why: takes batches out of the caller's list
def train_epoch(step, batches):
    if not isinstance(batches, list):
        batches = list(batches)
    total = rows = 0
    while batches:
        X, y = batches.pop(0)
        total += len(X) * float(step(X, y))
        rows += len(X)
    if not rows:
        raise ValueError("no batch")
    return total / rows
