# expect: fail
# why: goes uphill
def train_step(model, loss_fn, optimizer, X, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)

    optimizer.apply_gradients([(-g, w) for g, w in zip(gradients, model.trainable_variables)])
    return loss
