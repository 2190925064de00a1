# expect: fail
# why: uses a loss of its own
def train_step(model, loss_fn, optimizer, X, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((y - model(X, training=True)) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss
