# expect: pass
# why: loop with math.copysign
def mae(y_true, y_pred):
    gradient = np.zeros(y_pred.shape)
    total = 0.0
    for i in np.ndindex(y_pred.shape):
        e = float(y_pred[i]) - float(y_true[i])
        total += math.fabs(e)
        if e != 0:
            gradient[i] = math.copysign(1 / y_pred.size, e)
    return total / y_pred.size, gradient
