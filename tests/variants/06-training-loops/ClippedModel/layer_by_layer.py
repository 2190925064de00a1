# expect: fail
# why: kernel and bias of each layer are clipped together, but each layer by itself: with hidden layers the direction changes, the global norm exceeds max_norm
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
            loss = self.compute_loss(x=x, y=y, y_pred=y_pred)
        gradients = tape.gradient(loss, [layer.trainable_variables for layer in self.stack])
        pairs = []
        for layer, of_layer in zip(self.stack, gradients):
            clipped, _ = tf.clip_by_global_norm(of_layer, self.max_norm)
            pairs += list(zip(clipped, layer.trainable_variables))
        self.optimizer.apply_gradients(pairs)
        rows = tf.cast(tf.shape(x)[0], "float32")
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss, sample_weight=rows)
            else:
                metric.update_state(y, y_pred)
        return self.get_metrics_result()
