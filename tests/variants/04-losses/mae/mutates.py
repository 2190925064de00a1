# expect: fail
# why: computes the error in place, in the caller's array
def mae(y_true, y_pred):
    y_pred -= y_true
    return np.mean(np.abs(y_pred)), np.sign(y_pred) / y_pred.size
