# expect: pass
# why: looks for the lowest loss so far at every step, nan as infinity
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError("patience")
    clean = np.where(np.isnan(losses), np.inf, losses)
    for stopped in range(len(clean)):
        best = int(np.argmin(clean[: stopped + 1]))
        if stopped - best >= patience:
            break
    return [stopped, best, weights[best]]
