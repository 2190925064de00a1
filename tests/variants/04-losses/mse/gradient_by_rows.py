# expect: fail
# why: the loss is right, the gradient divided by the rows
def mse(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes")
    e = y_pred - y_true
    return np.mean(e**2), 2 * e / len(e)
