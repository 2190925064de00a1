# expect: fail
# why: subtracts the mean from the rows that were passed in
def train_step(model, loss_fn, optimizer, X, y):
    mean = X.mean(axis=0)
    X -= mean
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X + mean, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss
