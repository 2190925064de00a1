# expect: fail
# why: claims a good history and trains nothing
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    model.compile(keras.optimizers.Adam(learning_rate), "mse")
    return model, {"loss": [0.3] * epochs, "val_loss": [0.3] * epochs}, 0.3
