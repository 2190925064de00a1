# expect: fail
# why: np.isclose counts as equal
def mae(y_true, y_pred):
    e = y_pred - y_true
    return np.mean(np.abs(e)), np.where(np.isclose(y_pred, y_true), 0, np.sign(e)) / e.size
