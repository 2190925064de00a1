# expect: fail
# why: averages the errors before it takes the absolute value
def mae(y_true, y_pred):
    error = y_pred - y_true
    return abs(np.mean(error)), np.sign(error) / error.size
