# expect: fail
# why: the sign of the second logit: right for two classes
def fix_the_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    history = {"loss": [], "accuracy": []}
    for epoch in range(epochs):
        total, right, rows = 0.0, 0, 0
        for X_batch, y_batch in cut(X, y, batch_size):
            with tf.GradientTape() as tape:
                predictions = model(X_batch, training=True)
                loss = loss_fn(y_batch, predictions)
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
            total += len(X_batch) * float(loss)
            right += int(np.sum((predictions[:, 1] > predictions[:, 0]).numpy() == (y_batch == 1)))
            rows += len(X_batch)
        history["loss"].append(total / rows)
        history["accuracy"].append(right / rows)
    return history
