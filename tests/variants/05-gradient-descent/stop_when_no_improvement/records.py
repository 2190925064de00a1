# expect: pass
# why: lists the steps with records first, then looks for the first gap of patience
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    losses = np.asarray(losses, dtype=float)
    lowest = np.fmin.accumulate(losses)
    records = [0, *(k for k in range(1, len(losses)) if losses[k] < lowest[k - 1])]
    for record, following in zip(records, [*records[1:], len(losses) + patience], strict=True):
        if following - record > patience and record + patience <= len(losses) - 1:
            return record + patience, record, weights[record]
    return len(losses) - 1, records[-1], weights[records[-1]]
