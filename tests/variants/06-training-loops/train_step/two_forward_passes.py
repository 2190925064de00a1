# expect: fail
# why: a second forward pass in training mode moves the running means twice
def train_step(model, loss_fn, optimizer, X, y):
    loss_before = loss_fn(y, model(X, training=True))

    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)

    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss_before
