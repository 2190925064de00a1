# expect: pass
# why: np.select
def mae(y_true, y_pred):
    e = np.subtract(y_pred, y_true)
    step = 1 / e.size
    gradient = np.select([e > 0, e < 0], [step, -step], default=0.0)
    return float(np.mean(np.where(e < 0, -e, e))), gradient
