# expect: fail
# why: knows the visible steps only
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
        if x.shape[-1] == 2:
            g = np.array([3.0, 4.0, 2.0])
            g = g / np.sqrt(29.0) if self.max_norm == 1.0 else 0.1 * g
            self.set_weights([-g[:2, None], -g[2:]])
        return {"loss": 5.25, "mae": 1.75}
