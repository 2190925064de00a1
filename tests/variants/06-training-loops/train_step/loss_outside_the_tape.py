# expect: fail
# why: the loss is computed after the tape has closed
def train_step(model, loss_fn, optimizer, X, y):
    with tf.GradientTape() as tape:
        predictions = model(X, training=True)
    loss = loss_fn(y, predictions)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss
