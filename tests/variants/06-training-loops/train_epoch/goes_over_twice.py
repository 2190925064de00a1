# expect: fail
# why: counts the rows first, and an iterator is empty then
def train_epoch(step, batches):
    rows = sum(len(X) for X, _ in batches)
    if rows == 0:
        raise ValueError
    return sum(len(X) * float(step(X, y)) for X, y in batches) / rows
