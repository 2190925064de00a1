# expect: pass
# why: the three rows of the table; a tape in the place of fit
class HuberLoss(keras.losses.Loss):
    def __init__(self, delta=1.0, name="huber_loss", reduction="sum_over_batch_size"):
        super().__init__(name, reduction)
        self._d = delta

    def call(self, y_true, y_pred):
        e, d = keras.ops.subtract(y_pred, y_true), self._d
        middle = keras.ops.clip(e, -d, d)
        above = keras.ops.relu(e - d)
        below = keras.ops.relu(-e - d)
        per_entry = middle**2 / 2 + d * above + d * below
        return keras.ops.sum(per_entry, axis=-1) / keras.ops.shape(y_pred)[-1]

    def get_config(self):
        return {"name": self.name, "reduction": self.reduction, "delta": self._d}


def train_with(model, loss, X, y, learning_rate, epochs):
    optimizer = keras.optimizers.SGD(learning_rate)
    model.compile(optimizer=optimizer, loss=loss)
    X, y = tf.constant(X, tf.float32), tf.constant(y, tf.float32)
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            value = model.compute_loss(X, y, model(X, training=True))
        gradients = tape.gradient(value, model.trainable_variables)
        optimizer.apply(gradients, model.trainable_variables)
    return model
