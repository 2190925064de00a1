# expect: fail
# why: gives the step y first
def train_epoch(step, batches):
    total, rows = 0.0, 0
    for X, y in batches:
        total += len(X) * float(step(np.atleast_2d(y).T, X))
        rows += len(X)
    if not rows:
        raise ValueError
    return total / rows
