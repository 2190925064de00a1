# expect: fail
# why: rounds the errors first
def mae(y_true, y_pred):
    e = y_pred - y_true
    return np.mean(np.abs(e)), np.sign(e.astype(int)) / e.size
