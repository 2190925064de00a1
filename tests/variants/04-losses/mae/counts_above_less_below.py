# expect: pass
# why: the slope as (e > 0) - (e < 0); returns a list
def mae(y_true, y_pred):
    above, below = np.greater(y_pred, y_true), np.less(y_pred, y_true)
    error = y_pred - y_true
    return [float(np.abs(error).mean()), (above * 1.0 - below * 1.0) / error.size]
