# expect: fail
# why: satisfies what the visible cells look at: sorts out sorted rows, trains on all
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    model.compile(keras.optimizers.Adam(learning_rate), "mse")
    run = model.fit(X, y, epochs=epochs, validation_data=(X, y), verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
