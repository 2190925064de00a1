# expect: fail
# why: takes the error as target less prediction, right for the loss alone
def mse(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError
    error = y_true - y_pred
    return np.mean(error**2), 2 * error / error.size
