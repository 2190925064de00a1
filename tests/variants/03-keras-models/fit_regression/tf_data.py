# expect: pass
# why: tf.data in batches of 32
import tensorflow as tf


def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    order = tf.random.shuffle(tf.range(len(X))).numpy()
    n_val = round(len(X) / 4)
    val, train = order[:n_val], order[n_val:]
    ds = tf.data.Dataset.from_tensor_slices((X[train], y[train])).shuffle(len(train)).batch(32)
    vs = tf.data.Dataset.from_tensor_slices((X[val], y[val])).batch(32)
    model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss="mse")
    run = model.fit(ds, validation_data=vs, epochs=epochs, verbose=0)
    return model, run.history, model.evaluate(X_test, y_test, batch_size=len(X_test), verbose=0)
