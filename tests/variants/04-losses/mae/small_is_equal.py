# expect: fail
# why: errors below 1e-3 count as equal
def mae(y_true, y_pred):
    e = y_pred - y_true
    return np.mean(np.abs(e)), np.where(np.abs(e) < 1e-3, 0, np.sign(e)) / e.size
