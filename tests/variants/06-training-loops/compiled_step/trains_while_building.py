# expect: fail
# why: runs a step on zeros to trace before it returns
def compiled_step(model, loss_fn, optimizer):
    optimizer.build(model.trainable_variables)

    @tf.function(reduce_retracing=True)
    def step(X, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(X, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    zeros = np.zeros((1,) + model.input_shape[1:], "float32")
    step(zeros, model(zeros) + 1.0)
    return step
