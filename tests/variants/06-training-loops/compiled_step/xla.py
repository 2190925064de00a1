# expect: pass
# why: compiled by XLA
def compiled_step(model, loss_fn, optimizer):
    optimizer.build(model.trainable_variables)

    @tf.function(reduce_retracing=True, jit_compile=True)
    def step(X, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(X, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    return step
