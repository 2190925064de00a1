# expect: fail
# why: sets the first quarter aside
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    n = len(X) // 4
    model.compile(keras.optimizers.Adam(learning_rate), "mse")
    run = model.fit(X[n:], y[n:], epochs=epochs, validation_data=(X[:n], y[:n]), verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
