# expect: fail
# why: adds each call's gradient to that of the calls before
total = {}


def mse(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError
    error = y_pred - y_true
    gradient = total.get(error.shape, 0) + 2 * error / error.size
    total[error.shape] = gradient
    return np.mean(error**2), gradient
