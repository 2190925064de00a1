# expect: fail
# why: compares the numbers of entries, so (2, 3) and (3, 2) and (4,) and (4, 1) pass
def mse(y_true, y_pred):
    if y_true.size != y_pred.size:
        raise ValueError
    e = y_pred - y_true
    return np.mean(e**2), 2 * e / e.size
