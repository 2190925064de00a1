# expect: fail
# why: trains a copy and returns the untrained model
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    order = np.random.permutation(len(X))
    copy = keras.models.clone_model(model)
    copy.compile(keras.optimizers.Adam(learning_rate), "mse")
    run = copy.fit(X[order], y[order], epochs=epochs, validation_split=0.25, verbose=0)
    return model, run.history, copy.evaluate(X_test, y_test, verbose=0)
