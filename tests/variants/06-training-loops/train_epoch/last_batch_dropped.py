# expect: fail
# why: leaves out the short last batch
def train_epoch(step, batches):
    batches = list(batches)
    if not batches:
        raise ValueError
    full = [b for b in batches if len(b[0]) == len(batches[0][0])]
    return sum(len(X) * float(step(X, y)) for X, y in full) / sum(len(X) for X, y in full)
