# expect: fail
# why: puts back the weights of the best epoch
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    p = np.random.permutation(len(X))
    model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss="mse")
    stop = keras.callbacks.EarlyStopping(patience=10 * epochs, restore_best_weights=True)
    run = model.fit(X[p], y[p], epochs=epochs, validation_split=0.25, verbose=0, callbacks=[stop])
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
