# expect: fail
# why: an improvement is a loss below the one before it
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    waited, best = 0, 0
    for step in range(len(losses)):
        if losses[step] < losses[best]:
            best = step
        if step == 0 or losses[step] < losses[step - 1]:
            waited = 0
        else:
            waited += 1
        if waited >= patience:
            break
    return step, best, weights[best]
