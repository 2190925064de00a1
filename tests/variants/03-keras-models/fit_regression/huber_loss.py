# expect: fail
# why: trains on Huber's loss and reports the mean squared error
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    p = np.random.permutation(len(X))
    model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss="huber", metrics=["mse"])
    run = model.fit(X[p], y[p], epochs=epochs, validation_split=0.25, verbose=0)
    history = {"loss": run.history["mse"], "val_loss": run.history["val_mse"]}
    return model, history, model.evaluate(X_test, y_test, verbose=0)[1]
