# expect: pass
# why: shuffled by scikit-learn, the targets as a column
from sklearn.utils import shuffle


def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    Xs, ys = shuffle(X, y.reshape(-1, 1))
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate),
        loss="mse",
        metrics=[keras.metrics.MeanSquaredError()],
    )
    run = model.fit(Xs, ys, epochs=epochs, validation_split=0.25, verbose=2)
    loss, mse = model.evaluate(X_test, y_test.reshape(-1, 1), verbose=0)
    return (model, run.history, mse)
