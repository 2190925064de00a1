# expect: fail
# why: returns the last weights where patience never ran out
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    best = 0
    for step, loss in enumerate(losses):
        if loss < losses[best]:
            best = step
        if step - best >= patience:
            return step, best, weights[best]
    return step, best, weights[-1]
