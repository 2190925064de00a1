# expect: pass
# why: computes with TensorFlow's functions and a mask, and trains by a tape
class HuberLoss(keras.losses.Loss):
    def __init__(self, delta=1.0, name="huber_loss", reduction="sum_over_batch_size"):
        super().__init__(name=name, reduction=reduction)
        self.delta = delta

    def call(self, y_true, y_pred):
        size = tf.abs(y_true - y_pred)
        small = tf.cast(size < self.delta, size.dtype)
        straight = self.delta * size - 0.5 * self.delta**2
        return tf.reduce_mean(small * 0.5 * tf.square(size) + (1 - small) * straight, axis=-1)

    def get_config(self):
        return {**super().get_config(), "delta": self.delta}


def train_with(model, loss, X, y, learning_rate, epochs):
    model.compile(keras.optimizers.SGD(learning_rate), loss)
    model.fit(np.asarray(X), np.asarray(y), len(X), epochs, verbose=0, shuffle=False)
    return model
