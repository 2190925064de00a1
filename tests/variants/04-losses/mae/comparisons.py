# expect: pass
# why: builds the sign from two comparisons, with shapes checked as well
def mae(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError
    sign = (y_pred > y_true).astype(float) - (y_pred < y_true)
    return np.abs(y_true - y_pred).mean(), sign / sign.size
