# expect: fail
# why: takes the root of the mean square for the mean absolute error
def mae(y_true, y_pred):
    e = y_pred - y_true
    return np.sqrt(np.mean(e**2)), np.sign(e) / e.size
