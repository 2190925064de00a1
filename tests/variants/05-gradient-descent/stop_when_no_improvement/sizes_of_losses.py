# expect: fail
# why: the lowest begins at 1e9 and negative losses are cut
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    best, bad = 0, 0
    values = [abs(v) for v in losses]
    for step in range(1, len(values)):
        if values[step] < values[best]:
            best, bad = step, 0
        else:
            bad += 1
        if bad == patience:
            return step, best, weights[best]
    return len(values) - 1, best, weights[best]
