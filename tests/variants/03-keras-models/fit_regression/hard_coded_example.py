# expect: fail
# why: untrained, but evaluated
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    model.compile(keras.optimizers.Adam(learning_rate), "mse")
    history = {"loss": [1.0] * epochs, "val_loss": [1.0] * epochs}
    return model, history, model.evaluate(X_test, y_test, verbose=0)
