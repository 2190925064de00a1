# expect: fail
# why: makes all layers trainable first
def compiled_step(model, loss_fn, optimizer):
    for layer in model.layers:
        layer.trainable = True
    optimizer.build(model.trainable_variables)

    @tf.function(reduce_retracing=True)
    def step(X, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(X, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    return step
