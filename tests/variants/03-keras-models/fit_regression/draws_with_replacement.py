# expect: fail
# why: a bootstrap draw instead of a permutation: the same row can be in training and validation; breaks "never used in training"
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    order = np.random.choice(len(X), size=len(X))
    model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss="mse")
    run = model.fit(X[order], y[order], validation_split=0.25, epochs=epochs, verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
