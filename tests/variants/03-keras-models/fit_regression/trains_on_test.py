# expect: fail
# why: the test rows are added to the training rows
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    A, b = np.concatenate([X, X_test]), np.concatenate([y, y_test])
    order = np.random.permutation(len(A))
    model.compile(keras.optimizers.Adam(learning_rate), "mse")
    run = model.fit(A[order], b[order], epochs=epochs, validation_split=0.25, verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
