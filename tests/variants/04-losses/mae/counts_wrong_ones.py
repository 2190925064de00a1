# expect: fail
# why: divides by the number of errors that are not 0
def mae(y_true, y_pred):
    e = y_pred - y_true
    n = max(np.count_nonzero(e), 1)
    return np.mean(np.abs(e)), np.sign(e) / n
