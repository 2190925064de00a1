# expect: fail
# why: the lowest loss so far begins at 0, below every loss
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    lowest, best, waited = 0.0, 0, 0
    for step, loss in enumerate(losses):
        if loss < lowest:
            lowest, best, waited = loss, step, 0
        else:
            waited += 1
        if waited >= patience:
            break
    return step, best, weights[best]
