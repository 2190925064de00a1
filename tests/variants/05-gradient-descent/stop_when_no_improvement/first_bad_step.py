# expect: fail
# why: stops at the first step that is worse, whatever the patience
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    for step in range(1, len(losses)):
        if losses[step] >= losses[step - 1]:
            return step, step - 1, weights[step - 1]
    return len(losses) - 1, len(losses) - 1, weights[-1]
