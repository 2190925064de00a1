# expect: fail
# why: the loss is the mean squared error whatever compile named: the loss (and penalties) of compile are ignored
class ClippedModel(keras.Model):
    """Dense layers, ReLU between them, trained with gradients of a limited global norm."""

    def __init__(self, hidden_units, outputs, max_norm, **kwargs):
        super().__init__(**kwargs)
        self.max_norm = max_norm
        self.stack = [layers.Dense(units, activation="relu") for units in hidden_units]
        self.stack.append(layers.Dense(outputs))

    def call(self, inputs, training=None):
        """The outputs for a batch, shape (n, outputs)."""
        for layer in self.stack:
            inputs = layer(inputs)
        return inputs

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = tf.reduce_mean(tf.square(tf.cast(y, y_pred.dtype) - y_pred))
        gradients = tape.gradient(loss, self.trainable_variables)
        gradients, _ = tf.clip_by_global_norm(gradients, self.max_norm)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        rows = tf.cast(tf.shape(x)[0], "float32")
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss, sample_weight=rows)
            else:
                metric.update_state(y, y_pred)
        return self.get_metrics_result()
