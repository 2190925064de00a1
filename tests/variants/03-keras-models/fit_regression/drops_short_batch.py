# expect: fail
# why: the last, short batch is dropped
import tensorflow as tf


def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    p = np.random.permutation(len(X))
    cut = int(0.75 * len(X))
    ds = tf.data.Dataset.from_tensor_slices((X[p[:cut]], y[p[:cut]])).batch(32, drop_remainder=True)
    model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss="mse")
    run = model.fit(ds, epochs=epochs, validation_data=(X[p[cut:]], y[p[cut:]]), verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, verbose=0)
