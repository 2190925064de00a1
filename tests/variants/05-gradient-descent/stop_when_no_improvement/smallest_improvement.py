# expect: fail
# why: improvements below 1e-3 do not count
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    best, bad = 0, 0
    for step in range(1, len(losses)):
        if losses[step] < losses[best] - 1e-3:
            best, bad = step, 0
        else:
            bad += 1
        if bad == patience:
            return step, best, weights[best]
    return len(losses) - 1, best, weights[best]
