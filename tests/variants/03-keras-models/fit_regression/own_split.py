# expect: pass
# why: splits by hand and passes validation_data; strings and objects mixed; MSE by NumPy
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    rng = np.random.default_rng(7)
    order = rng.permutation(len(X))
    n_val = len(X) // 4
    val, train = order[:n_val], order[n_val:]
    model.compile(
        loss=keras.losses.MeanSquaredError(),
        optimizer=keras.optimizers.Adam(learning_rate=learning_rate),
    )
    history = model.fit(
        X[train], y[train], validation_data=(X[val], y[val]), epochs=epochs, verbose=0
    )
    errors = y_test - model.predict(X_test, verbose=0).ravel()
    return model, history.history, float(np.mean(errors**2))
