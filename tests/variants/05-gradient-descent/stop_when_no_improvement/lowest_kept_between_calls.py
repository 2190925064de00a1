# expect: fail
# why: remembers the lowest loss of earlier runs
lowest = {"loss": float("inf")}


def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    best = 0
    for step, loss in enumerate(losses):
        if loss < lowest["loss"]:
            lowest["loss"], best = loss, step
        if step - best >= patience:
            break
    return step, best, weights[best]
