# expect: fail
# why: returns the loss without its gradient
def mse(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError
    return np.mean((y_pred - y_true) ** 2)
