# expect: fail
# why: compares the numbers of rows instead of the shapes
def mse(y_true, y_pred):
    if len(y_true) != len(y_pred):
        raise ValueError
    error = y_pred - y_true
    return np.mean(error**2), 2 * error / error.size
