# expect: fail
# why: the weights of the lowest loss of the whole list
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    best, bad, stopped = 0, 0, len(losses) - 1
    for step in range(1, len(losses)):
        if losses[step] < losses[best]:
            best, bad = step, 0
        else:
            bad += 1
        if bad == patience:
            stopped = step
            break
    return stopped, best, weights[int(np.nanargmin(losses))]
