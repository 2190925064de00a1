# expect: fail
# why: adds up all steps without improvement
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    waited, best = 0, 0
    for step in range(1, len(losses)):
        if losses[step] < losses[best]:
            best = step
        else:
            waited += 1
        if waited >= patience:
            return step, best, weights[best]
    return len(losses) - 1, best, weights[best]
