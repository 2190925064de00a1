# expect: pass
# why: writes the sum of squares as a dot product of the flat error, loss as a 0-d array
def mse(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError
    e = (y_pred - y_true).ravel()
    return np.array(e @ e / e.size), (2 / e.size * e).reshape(y_pred.shape)
