# expect: fail
# why: hidden_units is ignored
class SimpleMLP(keras.Model):
    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.hidden_units = list(hidden_units)
        self.output_units = output_units
        self.activation = activation
        self.hidden_layers = [layers.Dense(n, activation=activation) for n in (20, 10)]
        self.output_layer = layers.Dense(output_units)

    def call(self, inputs):
        x = inputs
        for layer in self.hidden_layers:
            x = layer(x)
        return self.output_layer(x)

    def get_config(self):
        return {
            **super().get_config(),
            "hidden_units": list(self.hidden_units),
            "output_units": self.output_units,
            "activation": self.activation,
        }
