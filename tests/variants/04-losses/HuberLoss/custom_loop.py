# expect: pass
# why: trains by a tape of its own, and writes the loss as c·e − c²/2 with the clipped error c
class HuberLoss(keras.losses.Loss):
    def __init__(self, delta=1.0, name="huber_loss", reduction="sum_over_batch_size"):
        super().__init__(name=name, reduction=reduction)
        self.delta = delta

    def call(self, y_true, y_pred):
        y_true = keras.ops.cast(y_true, y_pred.dtype)
        e = keras.ops.clip(y_pred - y_true, -self.delta, self.delta)
        return keras.ops.mean(e * (y_pred - y_true) - e**2 / 2, axis=-1)

    def get_config(self):
        return dict(super().get_config(), delta=self.delta)


def train_with(model, loss, X, y, learning_rate, epochs):
    optimizer = keras.optimizers.SGD(learning_rate)
    model.compile(optimizer=optimizer, loss=loss)
    X = tf.constant(X, tf.float32)
    y = tf.constant(y, tf.float32)
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            value = model.compute_loss(y=y, y_pred=model(X, training=True))
        gradients = tape.gradient(value, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
    return model
