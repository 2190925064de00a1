# expect: fail
# why: returns the last batch's loss
def train_epoch(step, batches):
    loss = None
    for X, y in batches:
        loss = step(X, y)
    if loss is None:
        raise ValueError
    return loss
