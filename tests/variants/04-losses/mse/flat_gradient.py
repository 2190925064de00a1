# expect: fail
# why: returns the gradient flat, whatever the shape of the predictions
def mse(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError
    e = (y_pred - y_true).ravel()
    return np.mean(e**2), 2 * e / e.size
