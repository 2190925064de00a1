# expect: pass
# why: the optimiser's own global_clipnorm
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
        self.optimizer.global_clipnorm = self.max_norm
        return super().train_step(data)
