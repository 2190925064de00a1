# expect: pass
# why: gradients one variable at a time, tensors made first
def train_step(model, loss_fn, optimizer, X, y):
    X, y = tf.convert_to_tensor(X), tf.convert_to_tensor(y)
    weights = model.trainable_weights
    with tf.GradientTape(persistent=True) as tape:
        predictions = model(X, training=True)
        loss = loss_fn(y, predictions)
    pairs = [(tape.gradient(loss, w), w) for w in weights]
    del tape
    optimizer.apply_gradients(pairs)
    return loss.numpy()
