# expect: fail
# why: a batch with a nan loss is left out of the mean: "the mean loss over all rows: each batch counts", a diverged run looks healthy
def train_epoch(step, batches):
    total, rows, seen = 0.0, 0, 0
    for X, y in batches:
        seen += 1
        loss = float(step(X, y))
        if np.isnan(loss):
            continue
        total += len(X) * loss
        rows += len(X)
    if not seen:
        raise ValueError("no batch")
    return total / max(rows, 1)
