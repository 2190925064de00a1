# expect: fail
# why: divides the gradient by len(y_pred), the rows, not by m * k: breaks "derivative of the loss" for shape (m, k)
def mse(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes differ")
    error = y_pred - y_true
    return np.mean(error**2), 2 * error / len(y_pred)
