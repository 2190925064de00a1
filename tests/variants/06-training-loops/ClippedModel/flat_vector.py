# expect: pass
# why: all gradients in one vector, tf.cond for the clipping
class ClippedModel(keras.Model):
    def __init__(self, hidden_units, outputs, max_norm, **kwargs):
        super().__init__(**kwargs)
        self.max_norm = max_norm
        self.stack = [layers.Dense(units, activation="relu") for units in hidden_units]
        self.stack.append(layers.Dense(outputs))

    def call(self, inputs, training=None):
        for layer in self.stack:
            inputs = layer(inputs)
        return inputs

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=y_pred)
        gradients = tape.gradient(loss, self.trainable_variables)

        flat = tf.concat([tf.reshape(g, [-1]) for g in gradients], axis=0)
        norm = tf.norm(flat)
        flat = tf.cond(norm > self.max_norm, lambda: flat * self.max_norm / norm, lambda: flat)
        parts = tf.split(flat, [int(np.prod(v.shape)) for v in self.trainable_variables])
        self.optimizer.apply(
            [tf.reshape(p, v.shape) for p, v in zip(parts, self.trainable_variables)],
            self.trainable_variables,
        )

        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return {m.name: m.result() for m in self.metrics}
