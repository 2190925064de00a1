# expect: pass
# why: tf.data batches and a helper for the step
def fix_the_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    def one_step(xb, yb):
        with tf.GradientTape() as tape:
            logits = model(xb, training=True)
            loss = loss_fn(yb, logits)
        variables = model.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        hits = tf.equal(tf.argmax(logits, axis=1), tf.cast(yb, tf.int64))
        return loss, tf.reduce_sum(tf.cast(hits, tf.float32))

    data = tf.data.Dataset.from_tensor_slices((X, y)).batch(batch_size)
    out = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        stats = np.array([[float(v) for v in (*one_step(a, b), len(b))] for a, b in data])
        out["loss"].append(float((stats[:, 0] * stats[:, 2]).sum() / len(X)))
        out["accuracy"].append(float(stats[:, 1].sum() / len(X)))
    return out
