# expect: fail
# why: the optimiser starts anew in every epoch
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    p = np.random.permutation(len(X))
    history = {"loss": [], "val_loss": []}
    for _ in range(epochs):
        model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss="mse")
        one = model.fit(X[p], y[p], epochs=1, validation_split=0.25, verbose=0).history
        for k in history:
            history[k] += one[k]
    return model, history, model.evaluate(X_test, y_test, verbose=0)
