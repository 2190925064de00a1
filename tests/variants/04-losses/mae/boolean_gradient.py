# expect: fail
# why: says 1 for too high and 0 for everything else
def mae(y_true, y_pred):
    e = y_pred - y_true
    return np.mean(np.abs(e)), (e > 0) / e.size
