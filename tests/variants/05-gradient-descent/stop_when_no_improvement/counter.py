# expect: pass
# why: keeps the lowest loss and a count, as Keras does
def stop_when_no_improvement(losses, patience, weights):
    if patience <= 0:
        raise ValueError("patience")
    lowest, best, best_weights, waited = np.inf, 0, None, 0
    for step, (loss, w) in enumerate(zip(losses, weights)):
        if loss < lowest:
            lowest, best, best_weights, waited = loss, step, np.copy(w), 0
        else:
            waited += 1
        if waited == patience:
            break
    return step, best, best_weights
