# expect: pass
# why: a small class with a method for each part of the ring; NumPy scalar as result
def train_step(model, loss_fn, optimizer, X, y):
    class Step:
        def forward(self):
            return model(tf.convert_to_tensor(X), training=True)

        def measure(self):
            with tf.GradientTape() as self.tape:
                self.loss = loss_fn(y, self.forward())

        def update(self):
            variables = list(model.trainable_variables)
            slopes = self.tape.gradient(self.loss, variables)
            optimizer.apply_gradients(list(zip(slopes, variables, strict=True)))

    step = Step()
    step.measure()
    step.update()
    return step.loss.numpy()
