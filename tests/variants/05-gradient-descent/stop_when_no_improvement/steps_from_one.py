# expect: fail
# why: counts the steps from 1
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    best = 0
    for step, loss in enumerate(losses):
        if loss < losses[best]:
            best = step
        if step - best >= patience:
            break
    return step + 1, best + 1, weights[best]
