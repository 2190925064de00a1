# expect: pass
# why: the step is a bound method of a small class, compiled from outside
def compiled_step(model, loss_fn, optimizer):
    class Trainer:
        def __init__(self):
            self.variables = model.trainable_variables
            optimizer.build(self.variables)

        def loss(self, X, y):
            return loss_fn(y, model(X, training=True))

        def step(self, X, y):
            with tf.GradientTape() as tape:
                loss = self.loss(X, y)
            gradients = tape.gradient(loss, self.variables)
            optimizer.apply_gradients(zip(gradients, self.variables))
            return loss

    return tf.function(Trainer().step, reduce_retracing=True)
