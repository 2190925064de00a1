# expect: pass
# why: lets the optimiser make its variables while tracing
def compiled_step(model, loss_fn, optimizer):
    @tf.function(reduce_retracing=True)
    def step(X, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(X, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply(gradients, model.trainable_variables)
        return loss

    return step
