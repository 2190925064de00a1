# expect: fail
# why: forgets the 2 of the derivative
def mse(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError
    e = y_pred - y_true
    return np.mean(e**2), e / e.size
