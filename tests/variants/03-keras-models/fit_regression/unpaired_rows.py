# expect: fail
# why: shuffles inputs and targets by different permutations
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    n = len(X)
    model.compile(keras.optimizers.Adam(learning_rate), "mse")
    run = model.fit(
        X[np.random.permutation(n)],
        y[np.random.permutation(n)],
        epochs=epochs,
        validation_split=0.25,
        verbose=0,
    )
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
