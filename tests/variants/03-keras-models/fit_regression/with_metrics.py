# expect: pass
# why: a metric besides the loss; the loss alone is returned; rows zipped and shuffled
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    table = np.column_stack([X, y])
    np.random.shuffle(table)
    model.compile("adam", "mean_squared_error", metrics=["mae"])
    model.optimizer.learning_rate = learning_rate
    run = model.fit(
        table[:, :-1], table[:, -1], epochs=epochs, batch_size=32, validation_split=0.25, verbose=0
    )
    scores = model.evaluate(X_test, y_test, verbose=0)
    return [model, run.history, scores[0]]
