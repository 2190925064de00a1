# expect: fail
# why: subtracts the whole gradient
def train_step(model, loss_fn, optimizer, X, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)

    for g, w in zip(gradients, model.trainable_variables):
        w.assign_sub(g)
    return loss
