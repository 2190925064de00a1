# expect: fail
# why: e / (|e| + 1e-8): wrong slope for tiny errors; breaks "derivative of the loss"
def mae(y_true, y_pred):
    error = y_pred - y_true
    return np.mean(np.abs(error)), error / (np.abs(error) + 1e-8) / error.size
