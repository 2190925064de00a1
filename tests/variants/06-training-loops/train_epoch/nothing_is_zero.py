# expect: fail
# why: an epoch without batches has loss 0
def train_epoch(step, batches):
    total, rows = 0.0, 0
    for X, y in batches:
        total += len(X) * float(step(X, y))
        rows += len(X)
    return total / max(rows, 1)
