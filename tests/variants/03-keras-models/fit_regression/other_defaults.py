# expect: fail
# why: other default values than the docstring's
def fit_regression(model, X, y, X_test, y_test, epochs=10, learning_rate=0.01):
    p = np.random.permutation(len(X))
    model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss="mse")
    run = model.fit(X[p], y[p], epochs=epochs, validation_split=0.25, verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
