# expect: fail
# why: the mean of the batches' accuracies
def fix_the_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        total, scores = 0.0, []
        for X_batch, y_batch in cut(X, y, batch_size):
            with tf.GradientTape() as tape:
                predictions = model(X_batch, training=True)
                loss = loss_fn(y_batch, predictions)
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
            total += len(X_batch) * float(loss)
            scores.append(np.mean(np.argmax(predictions, axis=1) == y_batch))
        history["loss"].append(total / len(X))
        history["accuracy"].append(float(np.mean(scores)))
    return history
