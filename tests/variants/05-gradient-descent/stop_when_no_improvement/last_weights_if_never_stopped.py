# expect: fail
# why: as old Keras: the best weights come back only if patience ran out, else the last ones; best_weights are those after step best
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError("patience must be 1 or more")
    best, wait = 0, 0
    for step in range(1, len(losses)):
        if losses[step] < losses[best]:
            best, wait = step, 0
        else:
            wait += 1
        if wait == patience:
            return step, best, weights[best]
    return len(losses) - 1, best, weights[-1]
