# expect: fail
# why: looks the loss up in the list, which finds an earlier equal one
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    losses = list(losses)
    lowest, bad = losses[0], 0
    for step in range(len(losses)):
        if step and losses[step] < lowest:
            lowest, bad = losses[step], 0
        elif step:
            bad += 1
        if bad == patience:
            break
    best = len(losses) - 1 - losses[::-1].index(lowest)
    return step, best, weights[best]
