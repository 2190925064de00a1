# expect: fail
# why: infinite losses are left out before counting
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    steps = [s for s in range(len(losses)) if np.isfinite(losses[s])]
    best, bad = 0, 0
    for step in steps[1:]:
        if losses[step] < losses[best]:
            best, bad = step, 0
        else:
            bad += 1
        if bad == patience:
            return step, best, weights[best]
    return len(losses) - 1, best, weights[best]
