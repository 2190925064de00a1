# expect: pass
# why: no Keras metric: right predictions are counted by argmax in NumPy, own slicing instead of cut
def fix_the_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    history = {"loss": [], "accuracy": []}
    n = len(X)
    for _ in range(epochs):
        cost = hits = 0.0
        for start in range(0, n, batch_size):
            rows = slice(start, min(start + batch_size, n))
            with tf.GradientTape() as tape:
                logits = model(X[rows], training=True)
                loss = loss_fn(y[rows], logits)
            weights = model.trainable_variables
            optimizer.apply(tape.gradient(loss, weights), weights)
            cost += float(loss) * (rows.stop - rows.start)
            hits += np.count_nonzero(logits.numpy().argmax(axis=1) == np.asarray(y[rows]))
        history["loss"].append(cost / n)
        history["accuracy"].append(hits / n)
    return history
