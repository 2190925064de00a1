# expect: fail
# why: tf.function around a tf.py_function: every step still runs in Python, operation by operation; "compiled by tf.function"
def compiled_step(model, loss_fn, optimizer):
    optimizer.build(model.trainable_variables)

    def eager(X, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(X, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    @tf.function(reduce_retracing=True)
    def step(X, y):
        return tf.py_function(eager, [X, y], tf.float32)

    return step
