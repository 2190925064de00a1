# expect: pass
# why: Keras 3's optimizer.apply, and a Python float
def train_step(model, loss_fn, optimizer, X, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)

    optimizer.apply(gradients, model.trainable_variables)
    return float(loss)
