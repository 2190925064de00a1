# expect: pass
# why: takes the first batch by hand, then the rest
def train_epoch(step, batches):
    iterator = iter(batches)
    try:
        X, y = next(iterator)
    except StopIteration:
        raise ValueError("train_epoch needs at least one batch") from None
    total = step(X, y) * len(X)
    count = len(X)
    while True:
        batch = next(iterator, None)
        if batch is None:
            return total / count
        X, y = batch
        total = total + step(X, y) * len(X)
        count += len(X)
