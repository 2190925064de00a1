# expect: pass
# why: returns the gradient as nested lists
def mae(y_true, y_pred):
    e = y_pred - y_true
    return np.abs(e).sum() / e.size, (np.sign(e) / e.size).tolist()
