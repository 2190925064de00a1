# expect: fail
# why: a second pass in training mode in addition to the one in inference mode
def fix_the_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        metric = keras.metrics.SparseCategoricalAccuracy()
        total, rows = 0.0, 0
        for X_batch, y_batch in cut(X, y, batch_size):
            model(X_batch, training=True)
            with tf.GradientTape() as tape:
                predictions = model(X_batch)
                loss = loss_fn(y_batch, predictions)
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
            metric.update_state(y_batch, predictions)
            total += len(X_batch) * float(loss)
            rows += len(X_batch)
        history["loss"].append(total / rows)
        history["accuracy"].append(float(metric.result()))
    return history
