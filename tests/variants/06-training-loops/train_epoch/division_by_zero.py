# expect: fail
# why: an epoch without batches divides by zero
def train_epoch(step, batches):
    total, rows = 0.0, 0
    for X, y in batches:
        total += len(X) * float(step(X, y))
        rows += len(X)
    return total / rows
