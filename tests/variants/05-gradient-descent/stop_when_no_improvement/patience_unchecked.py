# expect: fail
# why: patience 0 is accepted
def stop_when_no_improvement(losses, patience, weights):
    best = 0
    for step, loss in enumerate(losses):
        if loss < losses[best]:
            best = step
        if step - best >= patience:
            break
    return step, best, weights[best]
