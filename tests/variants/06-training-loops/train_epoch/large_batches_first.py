# expect: fail
# why: sorts the batches by size, "so that the short one comes last": breaks "in the order given"
def train_epoch(step, batches):
    ordered = sorted(batches, key=lambda batch: len(batch[0]), reverse=True)
    if not ordered:
        raise ValueError("no batch")
    total = 0.0
    for X, y in ordered:
        total += len(X) * float(step(X, y))
    return total / sum(len(X) for X, _ in ordered)
