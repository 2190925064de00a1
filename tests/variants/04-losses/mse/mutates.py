# expect: fail
# why: computes the error in place, in the caller's array
def mse(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError
    y_pred -= y_true
    return np.mean(y_pred**2), 2 * y_pred / y_pred.size
