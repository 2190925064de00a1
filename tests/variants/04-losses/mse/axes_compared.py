# expect: fail
# why: compares the numbers of axes only
def mse(y_true, y_pred):
    if y_true.ndim != y_pred.ndim:
        raise ValueError("shapes")
    e = y_pred - y_true
    return np.mean(e**2), 2 * e / e.size
