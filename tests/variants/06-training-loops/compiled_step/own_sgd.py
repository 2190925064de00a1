# expect: fail
# why: ignores the optimiser's rule
def compiled_step(model, loss_fn, optimizer):
    optimizer.build(model.trainable_variables)

    @tf.function(reduce_retracing=True)
    def step(X, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(X, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        [
            w.assign_sub(optimizer.learning_rate * g)
            for g, w in zip(gradients, model.trainable_variables)
        ]
        return loss

    return step
