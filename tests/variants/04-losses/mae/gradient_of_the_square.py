# expect: fail
# why: takes the error for the slope
def mae(y_true, y_pred):
    error = y_pred - y_true
    return np.mean(np.abs(error)), error / error.size
