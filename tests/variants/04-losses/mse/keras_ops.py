# expect: pass
# why: computes with keras.ops and converts the loss to a float
def mse(y_true, y_pred):
    if tuple(y_true.shape) != tuple(y_pred.shape):
        raise ValueError(f"{y_true.shape} is not {y_pred.shape}")
    error = keras.ops.subtract(y_pred, y_true)
    return float(keras.ops.mean(keras.ops.square(error))), 2 * error / y_pred.size
