# expect: fail
# why: makes the optimiser's variables by applying gradients of 0: a step too many is counted, Adam's correction and schedules are off, weight decay moves; not as train_step does
def compiled_step(model, loss_fn, optimizer):
    optimizer.apply_gradients([(tf.zeros(v.shape), v) for v in model.trainable_variables])

    @tf.function(reduce_retracing=True)
    def step(X, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(X, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    return step
