# expect: fail
# why: draws the validation rows with replacement, so that fewer than a quarter are set aside
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    v = np.random.choice(len(X), len(X) // 4)
    t = np.setdiff1d(np.arange(len(X)), v)
    model.compile(keras.optimizers.Adam(learning_rate), "mse")
    run = model.fit(X[t], y[t], epochs=epochs, validation_data=(X[v], y[v]), verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
