# expect: fail
# why: the first kernel and bias only
def train_step(model, loss_fn, optimizer, X, y):
    variables = model.trainable_variables[:2]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=True))
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss
