# expect: fail
# why: counts an error of 0 as positive
def mae(y_true, y_pred):
    error = y_pred - y_true
    return np.mean(np.abs(error)), np.where(error >= 0, 1, -1) / error.size
