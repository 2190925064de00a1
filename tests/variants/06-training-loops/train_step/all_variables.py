# expect: fail
# why: moves frozen weights too
def train_step(model, loss_fn, optimizer, X, y):
    with tf.GradientTape() as tape:
        tape.watch([w.value for w in model.weights])
        loss = loss_fn(y, model(X, training=True))
    weights = model.weights
    gradients = tape.gradient(loss, [w.value for w in weights])
    pairs = [(g, w) for g, w in zip(gradients, weights) if g is not None]
    for _, w in pairs:
        w.trainable = True
    optimizer.apply_gradients(pairs)
    return loss
