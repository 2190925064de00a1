# expect: fail
# why: compares ndim only: (m, 1) against (m, k) or (1,) against (m,) is broadcast; breaks ValueError "If the two shapes differ"
def mse(y_true, y_pred):
    if y_true.ndim != y_pred.ndim:
        raise ValueError("shapes differ")
    error = y_pred - y_true
    return np.mean(error**2), 2 * error / error.size
