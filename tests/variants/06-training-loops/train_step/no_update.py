# expect: fail
# why: computes the gradient and forgets to apply it
def train_step(model, loss_fn, optimizer, X, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    return loss
