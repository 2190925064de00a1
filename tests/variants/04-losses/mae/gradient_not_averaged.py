# expect: fail
# why: returns the signs, not divided by n
def mae(y_true, y_pred):
    e = y_pred - y_true
    return np.mean(np.abs(e)), np.sign(e)
