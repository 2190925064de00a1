# expect: fail
# why: raises only where NumPy does
def mse(y_true, y_pred):
    try:
        e = y_pred - y_true
    except Exception:
        raise ValueError("shapes")
    if e.shape != y_pred.shape:
        raise ValueError("shapes")
    return np.mean(e**2), 2 * e / e.size
