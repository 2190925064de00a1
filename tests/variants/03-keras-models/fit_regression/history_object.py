# expect: fail
# why: returns the History object
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    order = np.random.permutation(len(X))
    model.compile(keras.optimizers.Adam(learning_rate), "mse")
    run = model.fit(X[order], y[order], epochs=epochs, validation_split=0.25, verbose=0)
    return model, run, model.evaluate(X_test, y_test, verbose=0)
