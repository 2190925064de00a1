# expect: pass
# why: counts patience down and refills it
def stop_when_no_improvement(losses, patience, weights):
    if patience <= 0:
        raise ValueError("patience must be at least 1")
    lowest, best, left = float("inf"), 0, patience
    for step in range(len(losses)):
        if losses[step] < lowest:
            lowest, best, left = losses[step], step, patience
        else:
            left -= 1
            if not left:
                return [step, best, weights[best]]
    return [len(losses) - 1, best, weights[best]]
