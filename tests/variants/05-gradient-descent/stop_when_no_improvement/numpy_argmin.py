# expect: fail
# why: np.argmin takes nan for the lowest
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    for step in range(len(losses)):
        best = int(np.argmin(losses[: step + 1]))
        if step - best >= patience:
            break
    return step, best, weights[best]
