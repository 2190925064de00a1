# expect: fail
# why: trains on everything
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    model.compile(keras.optimizers.Adam(learning_rate), "mse")
    run = model.fit(X, y, epochs=epochs, verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
