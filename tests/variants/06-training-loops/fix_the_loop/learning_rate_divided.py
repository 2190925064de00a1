# expect: fail
# why: the learning rate is divided by the batch size in place of the gradient's mend
def fix_the_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    history = {"loss": [], "accuracy": []}
    optimizer.learning_rate = optimizer.learning_rate / batch_size
    for _ in range(epochs):
        metric = keras.metrics.SparseCategoricalAccuracy()
        total, rows = 0.0, 0
        for X_batch, y_batch in cut(X, y, batch_size):
            with tf.GradientTape() as tape:
                predictions = model(X_batch, training=True)
                loss = loss_fn(y_batch, predictions)
                total += len(X_batch) * loss
            gradients = tape.gradient(total, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
            metric.update_state(y_batch, predictions)
            rows += len(X_batch)
        history["loss"].append(float(total) / rows)
        history["accuracy"].append(float(metric.result()))
    return history
