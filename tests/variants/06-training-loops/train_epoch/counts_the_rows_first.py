# expect: fail
# why: goes over the batches once for the rows and once more to train: an iterator is used up by then; "over which one can go only once"
def train_epoch(step, batches):
    rows = sum(len(X) for X, _ in batches)
    if rows == 0:
        raise ValueError("no batch")
    total = 0.0
    for X, y in batches:
        total += len(X) * float(step(X, y))
    return total / rows
