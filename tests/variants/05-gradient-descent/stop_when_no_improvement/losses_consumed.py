# expect: fail
# why: takes the losses out of the caller's list
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    losses_left, best, lowest, step = losses, 0, float("inf"), -1
    if isinstance(losses, np.ndarray):
        losses_left = list(losses)
    while losses_left:
        step += 1
        loss = losses_left.pop(0)
        if loss < lowest:
            best, lowest = step, loss
        if step - best >= patience:
            break
    return step, best, weights[best]
