# expect: fail
# why: believes that shuffle=True comes before the split
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    model.compile(keras.optimizers.Adam(learning_rate), "mse")
    run = model.fit(X, y, epochs=epochs, validation_split=0.25, shuffle=True, verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
