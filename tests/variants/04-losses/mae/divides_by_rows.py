# expect: fail
# why: divides by the number of rows also where a row has several numbers
def mae(y_true, y_pred):
    error = y_pred - y_true
    return np.sum(np.abs(error)) / len(error), np.sign(error) / len(error)
