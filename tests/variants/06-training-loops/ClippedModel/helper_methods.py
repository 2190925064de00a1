# expect: pass
# why: extra methods for the gradient and the report; tf.sqrt of a sum of squares; dict from each metric's result, the compiled metrics' dict flattened
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

    def _clipped(self, gradients):
        squares = [tf.reduce_sum(tf.square(g)) for g in gradients]
        norm = tf.sqrt(tf.add_n(squares))
        factor = tf.math.divide_no_nan(tf.minimum(norm, float(self.max_norm)), norm)
        return [g * factor for g in gradients]

    def _report(self):
        results = {}
        for metric in self.metrics:
            value = metric.result()
            results.update(value if isinstance(value, dict) else {metric.name: value})
        return results

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=y_pred)
        gradients = self._clipped(tape.gradient(loss, self.trainable_weights))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss, sample_weight=tf.shape(x)[0])
            else:
                metric.update_state(y, y_pred)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_weights))
        return self._report()
