# expect: fail
# why: shuffles the caller's arrays
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    state = np.random.get_state()
    np.random.shuffle(X)
    np.random.set_state(state)
    np.random.shuffle(y)
    model.compile(keras.optimizers.Adam(learning_rate), "mse")
    run = model.fit(X, y, epochs=epochs, validation_split=0.25, verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
