# expect: fail
# why: makes the shapes agree
def mse(y_true, y_pred):
    e = y_pred - y_true.reshape(y_pred.shape)
    return np.mean(e**2), 2 * e / e.size
