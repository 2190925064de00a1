# expect: fail
# why: an epoch of a single row is taken for an empty one
def train_epoch(step, batches):
    total, rows = 0.0, 0
    for X_batch, y_batch in batches:
        total += len(X_batch) * float(step(X_batch, y_batch))
        rows += len(X_batch)
    if rows <= 1:
        raise ValueError("no batches")
    return total / rows
