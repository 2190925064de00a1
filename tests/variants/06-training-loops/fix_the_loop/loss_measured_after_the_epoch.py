# expect: fail
# why: the reported loss is that of all rows after the epoch, in inference mode: it has to be that before each batch's update
def fix_the_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        metric = keras.metrics.SparseCategoricalAccuracy()
        for X_batch, y_batch in cut(X, y, batch_size):
            with tf.GradientTape() as tape:
                predictions = model(X_batch, training=True)
                loss = loss_fn(y_batch, predictions)
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
            metric.update_state(y_batch, predictions)
        history["loss"].append(float(loss_fn(y, model(X, training=False))))
        history["accuracy"].append(float(metric.result()))
    return history
