# expect: fail
# why: makes all layers trainable first
def train_step(model, loss_fn, optimizer, X, y):
    for layer in model.layers:
        layer.trainable = True
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss
