# expect: fail
# why: takes every batch to be as large as the first
def train_epoch(step, batches):
    total, rows, size = 0.0, 0, None
    for X, y in batches:
        size = size or len(X)
        total += size * float(step(X, y))
        rows += len(X)
    if not rows:
        raise ValueError
    return total / rows
