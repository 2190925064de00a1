# expect: fail
# why: takes nan out of the losses first, which renumbers the steps
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    kept = [loss for loss in losses if not np.isnan(loss)]
    best = 0
    for step, loss in enumerate(kept):
        if loss < kept[best]:
            best = step
        if step - best >= patience:
            break
    return step, best, weights[best]
