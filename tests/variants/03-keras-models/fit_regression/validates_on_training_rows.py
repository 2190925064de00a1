# expect: fail
# why: validation rows are trained on
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    order = np.random.permutation(len(X))
    val = order[: len(X) // 4]
    model.compile(keras.optimizers.Adam(learning_rate), "mse")
    run = model.fit(X, y, epochs=epochs, validation_data=(X[val], y[val]), verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
