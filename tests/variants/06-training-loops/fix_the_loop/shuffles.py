# expect: fail
# why: shuffles the rows, which are to be taken in the order given
def fix_the_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    history = {"loss": [], "accuracy": []}
    for epoch in range(epochs):
        total, right = 0.0, 0
        for X_batch, y_batch in cut(X, y, batch_size, seed=epoch):
            with tf.GradientTape() as tape:
                predictions = model(X_batch, training=True)
                loss = loss_fn(y_batch, predictions)
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
            right += np.sum(np.argmax(predictions, axis=1) == y_batch)
            total += len(X_batch) * float(loss)
        history["loss"].append(total / len(X))
        history["accuracy"].append(right / len(X))
    return history
