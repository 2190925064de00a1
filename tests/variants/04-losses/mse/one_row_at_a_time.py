# expect: fail
# why: averages over axis 0 only, so several columns give several losses
def mse(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError
    error = y_pred - y_true
    return np.mean(error**2, axis=0), 2 * error / error.size
