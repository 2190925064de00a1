# expect: pass
# why: the step in a tf.function made for this call
def train_step(model, loss_fn, optimizer, X, y):
    optimizer.build(model.trainable_variables)

    @tf.function
    def step(X, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(X, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    return step(tf.constant(X), tf.constant(y))
