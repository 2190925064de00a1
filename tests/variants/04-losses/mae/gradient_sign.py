# expect: fail
# why: takes the error as target less prediction
def mae(y_true, y_pred):
    error = y_true - y_pred
    return np.mean(np.abs(error)), np.sign(error) / error.size
