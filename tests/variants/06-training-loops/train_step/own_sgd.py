# expect: fail
# why: moves the weights by hand and ignores the optimiser's rule
def train_step(model, loss_fn, optimizer, X, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)

    for g, w in zip(gradients, model.trainable_variables):
        w.assign_sub(optimizer.learning_rate * g)
    return loss
