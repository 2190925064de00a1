# expect: pass
# why: the squared length of the errors
def mse(y_true, y_pred):
    if not (y_true.ndim == y_pred.ndim and all(a == b for a, b in zip(y_true.shape, y_pred.shape))):
        raise ValueError("the shapes of y_true and y_pred differ")
    e = y_pred - y_true
    return [float(np.linalg.norm(e.ravel()) ** 2 / e.size), e * (2 / e.size)]
