# expect: fail
# why: adds the squares and forgets to divide
def mse(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError
    error = y_pred - y_true
    return np.sum(error**2), 2 * error
