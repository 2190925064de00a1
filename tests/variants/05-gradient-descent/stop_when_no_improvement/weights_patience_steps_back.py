# expect: fail
# why: goes back patience steps from the last step seen, which is the best only where patience ran out
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    best = 0
    for step, loss in enumerate(losses):
        if loss < losses[best]:
            best = step
        if step - best >= patience:
            break
    return step, best, weights[step - patience if step >= patience else 0]
