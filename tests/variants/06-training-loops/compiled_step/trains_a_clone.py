# expect: fail
# why: the step trains a copy of the model
def compiled_step(model, loss_fn, optimizer):
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    optimizer.build(copy.trainable_variables)

    @tf.function(reduce_retracing=True)
    def step(X, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, copy(X, training=True))
        gradients = tape.gradient(loss, copy.trainable_variables)
        optimizer.apply_gradients(zip(gradients, copy.trainable_variables))
        return loss

    return step
