# expect: fail
# why: runs the step on the first batch to see that there is one
def train_epoch(step, batches):
    batches = list(batches)
    if not batches:
        raise ValueError("no batch")
    step(*batches[0])
    total = sum(len(X) * float(step(X, y)) for X, y in batches)
    return total / sum(len(X) for X, y in batches)
