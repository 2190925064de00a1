# expect: fail
# why: stops at the first nan, as TerminateOnNaN would
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    best = 0
    for step, loss in enumerate(losses):
        if loss < losses[best]:
            best = step
        if np.isnan(loss) or step - best >= patience:
            break
    return step, best, weights[best]
