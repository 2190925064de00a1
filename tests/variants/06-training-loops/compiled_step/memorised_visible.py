# expect: fail
# why: compiled, and knows the visible losses only
def compiled_step(model, loss_fn, optimizer):
    calls = tf.Variable(0)

    @tf.function(reduce_retracing=True)
    def step(X, y):
        calls.assign_add(1)
        return tf.where(calls == 1, 2.75, 1.80375)

    return step
