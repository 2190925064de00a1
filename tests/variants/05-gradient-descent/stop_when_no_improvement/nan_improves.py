# expect: fail
# why: not above the lowest loss is taken for below it, which lets nan in
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    best = 0
    for step, loss in enumerate(losses):
        if step > 0 and not loss >= losses[best]:
            best = step
        if step - best >= patience:
            break
    return step, best, weights[best]
