# expect: pass
# why: no counter: the run stops where step - best == patience; returns a list with a copy of the weights
def stop_when_no_improvement(losses, patience, weights):
    if not patience >= 1:
        raise ValueError("patience must be at least 1")
    best, step = 0, 0
    for step, loss in enumerate(losses):
        if loss < losses[best]:  # False for nan
            best = step
        elif step - best == patience:
            break
    return [step, best, np.copy(weights[best])]
