# expect: fail
# why: leaves out a shorter last batch if there is a full one: "the last may be shorter", its rows are neither trained on nor counted
def fix_the_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    history = {"loss": [], "accuracy": []}
    count = max(1, len(X) // batch_size)
    for _ in range(epochs):
        metric = keras.metrics.SparseCategoricalAccuracy()
        losses = []
        for b in range(count):
            X_batch = X[b * batch_size : (b + 1) * batch_size]
            y_batch = y[b * batch_size : (b + 1) * batch_size]
            with tf.GradientTape() as tape:
                predictions = model(X_batch, training=True)
                loss = loss_fn(y_batch, predictions)
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
            losses.append(float(loss))
            metric.update_state(y_batch, predictions)
        history["loss"].append(float(np.mean(losses)))
        history["accuracy"].append(float(metric.result()))
    return history
