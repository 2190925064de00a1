# expect: fail
# why: adds and forgets to divide
def mae(y_true, y_pred):
    error = y_pred - y_true
    return np.sum(np.abs(error)), np.sign(error)
