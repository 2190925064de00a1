# expect: pass
# why: sums in loops over all entries
def mse(y_true, y_pred):
    if np.shape(y_true) != np.shape(y_pred):
        raise ValueError("the shapes differ")
    total, gradient = 0.0, np.zeros(y_pred.shape)
    for place in np.ndindex(y_pred.shape):
        error = y_pred[place] - y_true[place]
        total += error**2
        gradient[place] = 2 * error / y_pred.size
    return total / y_pred.size, gradient
