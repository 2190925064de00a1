# expect: fail
# why: every fourth row, not random ones
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    v = np.arange(len(X)) % 4 == 0
    model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss="mse")
    run = model.fit(X[~v], y[~v], epochs=epochs, validation_data=(X[v], y[v]), verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
