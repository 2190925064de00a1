# expect: fail
# why: passes over nan, so that it does not use up patience
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    best, count = 0, 0
    for step, loss in enumerate(losses):
        if np.isnan(loss):
            continue
        if step == 0 or loss < losses[best]:
            best, count = step, 0
        else:
            count += 1
        if count >= patience:
            break
    return step, best, weights[best]
