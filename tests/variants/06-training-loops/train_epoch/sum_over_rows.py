# expect: fail
# why: does not divide
def train_epoch(step, batches):
    total, count = 0.0, 0
    for X, y in batches:
        total += len(X) * float(step(X, y))
        count += 1
    if count == 0:
        raise ValueError
    return total
