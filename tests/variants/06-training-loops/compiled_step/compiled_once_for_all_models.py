# expect: fail
# why: the compiled step is kept in a global and reused, "tracing is expensive": a second model is never trained
_compiled = None


def compiled_step(model, loss_fn, optimizer):
    global _compiled
    if _compiled is None:
        optimizer.build(model.trainable_variables)

        @tf.function(reduce_retracing=True)
        def step(X, y):
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(X, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            return loss

        _compiled = step
    return _compiled
