# expect: fail
# why: divides the slopes by the rows instead of m * k: breaks "derivative of the loss" for shape (m, k)
def mae(y_true, y_pred):
    error = y_pred - y_true
    return np.abs(error).mean(), np.sign(error) / y_true.shape[0]
