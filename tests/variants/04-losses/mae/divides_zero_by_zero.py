# expect: fail
# why: writes the slope as error / |error|, which is NaN at 0
def mae(y_true, y_pred):
    error = y_pred - y_true
    return np.mean(np.abs(error)), error / np.abs(error) / error.size
