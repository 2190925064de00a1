# expect: fail
# why: is not compiled
def compiled_step(model, loss_fn, optimizer):
    optimizer.build(model.trainable_variables)

    def step(X, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(X, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    return step
