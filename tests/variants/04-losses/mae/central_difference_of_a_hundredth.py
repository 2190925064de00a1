# expect: fail
# why: the gradient by central differences with h = 0.01: wrong for errors smaller than h; breaks "derivative of the loss"
def mae(y_true, y_pred):
    h = 0.01
    error = y_pred - y_true
    rise = np.abs(error + h) - np.abs(error - h)
    return np.mean(np.abs(error)), np.round(rise / (2 * h), 6) / error.size
