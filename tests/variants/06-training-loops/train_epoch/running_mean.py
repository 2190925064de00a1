# expect: pass
# why: a running mean, one batch at a time
def train_epoch(step, batches):
    mean, rows = 0.0, 0
    for X, y in batches:
        loss = step(X, y)
        rows += len(y)
        mean = mean + (loss - mean) * len(y) / rows
    if rows == 0:
        raise ValueError("nothing to train on")
    return mean
