# expect: fail
# why: batch_size=8: breaks "the batch size Keras's default"
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    order = np.random.permutation(len(X))
    model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss="mse")
    run = model.fit(
        X[order], y[order], batch_size=8, validation_split=0.25, epochs=epochs, verbose=0
    )
    return model, run.history, model.evaluate(X_test, y_test, batch_size=8, verbose=0)
