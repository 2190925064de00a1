# expect: pass
# why: divides by the size of the error where it is not 0
def mae(y_true, y_pred):
    e = y_pred - y_true
    size = np.abs(e)
    return size.mean(), np.divide(e, size, out=np.zeros_like(e), where=size > 0) / e.size
