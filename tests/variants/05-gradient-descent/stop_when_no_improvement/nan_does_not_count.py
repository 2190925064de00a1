# expect: fail
# why: a nan is skipped and costs no patience: it is a step without improvement and counts
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError("patience must be 1 or more")
    lowest, best, wait = float("inf"), 0, 0
    for step, loss in enumerate(losses):
        if not np.isfinite(loss):
            continue
        if loss < lowest:
            lowest, best, wait = loss, step, 0
        else:
            wait += 1
        if wait >= patience:
            return step, best, weights[best]
    return len(losses) - 1, best, weights[best]
