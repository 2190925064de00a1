# expect: fail
# why: Adam with clipped gradients
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    p = np.random.permutation(len(X))
    model.compile(keras.optimizers.Adam(learning_rate, clipnorm=1.0), "mse")
    run = model.fit(X[p], y[p], epochs=epochs, validation_split=0.25, verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
