# expect: fail
# why: takes the lowest loss of all, also after the stop
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    best = int(np.nanargmin(losses))
    return min(best + patience, len(losses) - 1), best, weights[best]
