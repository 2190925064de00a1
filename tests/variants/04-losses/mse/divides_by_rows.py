# expect: fail
# why: divides by the number of rows also where a row has several numbers
def mse(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError
    error = y_pred - y_true
    return np.sum(error**2) / len(error), 2 * error / len(error)
