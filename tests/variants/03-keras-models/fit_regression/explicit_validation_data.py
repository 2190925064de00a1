# expect: pass
# why: a permutation, split by hand, rounded down, passed as validation_data
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    order = np.random.permutation(len(X))
    quarter = len(X) // 4
    held_out, kept = order[:quarter], order[quarter:]
    model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss="mse")
    history = model.fit(
        X[kept], y[kept], validation_data=(X[held_out], y[held_out]), epochs=epochs, verbose=0
    ).history
    return model, history, model.evaluate(X_test, y_test, verbose=0)
