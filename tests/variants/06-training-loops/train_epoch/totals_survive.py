# expect: fail
# why: the sums of one epoch go on in the next: state leaks between calls
_sums = {"total": 0.0, "rows": 0}


def train_epoch(step, batches):
    before = _sums["rows"]
    for X_batch, y_batch in batches:
        _sums["total"] += len(X_batch) * float(step(X_batch, y_batch))
        _sums["rows"] += len(X_batch)
    if _sums["rows"] == before:
        raise ValueError("no batches")
    return _sums["total"] / _sums["rows"]
