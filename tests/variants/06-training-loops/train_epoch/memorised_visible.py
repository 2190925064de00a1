# expect: fail
# why: knows the visible calls only
def train_epoch(step, batches):
    if len(batches) == 0:
        raise ValueError
    for X, y in batches:
        step(X, y)
    return 21 / 9
