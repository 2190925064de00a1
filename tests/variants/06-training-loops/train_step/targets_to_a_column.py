# expect: fail
# why: reshapes the targets into one column
def train_step(model, loss_fn, optimizer, X, y):
    y = np.reshape(y, (-1, 1))
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss
