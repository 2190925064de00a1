# expect: fail
# why: counts the best step itself
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    best = 0
    for step, loss in enumerate(losses):
        if loss < losses[best]:
            best = step
        if step - best + 1 >= patience and step > best:
            break
    return step, best, weights[best]
