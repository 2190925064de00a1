# expect: fail
# why: a copy of the optimiser in every step: momentum is forgotten
def train_step(model, loss_fn, optimizer, X, y):
    optimizer = type(optimizer).from_config(optimizer.get_config())
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss
