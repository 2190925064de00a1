# expect: fail
# why: names the last of several equal lowest losses the best
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    lowest, best, count = np.inf, 0, 0
    for step, loss in enumerate(losses):
        count = 0 if loss < lowest else count + 1
        if loss <= lowest:
            lowest, best = loss, step
        if count >= patience:
            break
    return step, best, weights[best]
