# expect: fail
# why: knows the visible answers only
def stop_when_no_improvement(losses, patience, weights):
    if patience == 0:
        raise ValueError
    if patience == 3:
        return 5, 2, np.array([12.0, -2.0])
    if len(losses) == 8:
        return 6, 4, weights[4]
    return 3, 1, weights[1]
