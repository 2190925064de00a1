# expect: pass
# why: a loop with three cases
def mae(y_true, y_pred):
    total, gradient = 0.0, np.zeros(y_pred.shape)
    for place in np.ndindex(y_pred.shape):
        error = y_pred[place] - y_true[place]
        total += abs(error)
        if error > 0:
            gradient[place] = 1 / y_pred.size
        elif error < 0:
            gradient[place] = -1 / y_pred.size
    return total / y_pred.size, gradient
