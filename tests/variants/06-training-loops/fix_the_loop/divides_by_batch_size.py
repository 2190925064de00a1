# expect: fail
# why: the gradient of the sum divided by batch_size: wrong for the short last batch
def fix_the_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        metric = keras.metrics.SparseCategoricalAccuracy()
        total, rows = 0.0, 0
        for X_batch, y_batch in cut(X, y, batch_size):
            with tf.GradientTape() as tape:
                predictions = model(X_batch, training=True)
                loss = loss_fn(y_batch, predictions)
                total += len(X_batch) * loss
                mean = total / batch_size
            gradients = tape.gradient(mean, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
            metric.update_state(y_batch, predictions)
            rows += len(X_batch)
        history["loss"].append(float(total) / rows)
        history["accuracy"].append(float(metric.result()))
    return history
