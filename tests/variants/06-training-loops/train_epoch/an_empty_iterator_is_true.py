# expect: fail
# why: `if not batches` sees only empty lists: a used-up generator gives a ZeroDivisionError, not a ValueError
def train_epoch(step, batches):
    if not batches:
        raise ValueError("no batch")
    total, rows = 0.0, 0
    for X, y in batches:
        total += len(X) * float(step(X, y))
        rows += len(X)
    return total / rows
