# expect: pass
# why: with c = clip(e, -delta, delta): c e - c²/2 is the Huber loss; TensorFlow functions; keyword arguments
class HuberLoss(keras.losses.Loss):
    """Squared for errors up to delta, straight beyond, as in the table above."""

    def __init__(self, delta=1.0, name="huber_loss", reduction="sum_over_batch_size"):
        super().__init__(name=name, reduction=reduction)
        self.delta = float(delta)

    def call(self, y_true, y_pred):
        """One loss for each row: shapes (m, k) and (m, k) to a tensor of shape (m,)."""
        error = tf.convert_to_tensor(y_pred) - tf.cast(y_true, y_pred.dtype)
        near = tf.stop_gradient(tf.clip_by_value(error, -self.delta, self.delta))
        return tf.reduce_mean(near * error - near * near / 2, axis=-1)

    def get_config(self):
        """The arguments of the constructor as a dict: name, reduction and delta, plain data."""
        return {**super().get_config(), "delta": self.delta}


def train_with(model, loss, X, y, learning_rate, epochs):
    """Compile a model with a loss and train it by plain gradient descent."""
    model.compile(optimizer=keras.optimizers.SGD(learning_rate), loss=loss)
    model.fit(X, y, epochs=epochs, batch_size=len(X), verbose=0)
    return model
