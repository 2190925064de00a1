# expect: fail
# why: keeps the weights at the stop
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    best = 0
    for step, loss in enumerate(losses):
        if loss < losses[best]:
            best = step
        if step - best >= patience:
            break
    return step, best, weights[step]
