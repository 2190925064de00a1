# expect: fail
# why: a single loss is never looked at
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    best, bad = 0, 0
    for step in range(1, len(losses)):
        if losses[step] < losses[best]:
            best, bad = step, 0
        else:
            bad += 1
        if bad == patience:
            break
    return step, best, weights[best]
