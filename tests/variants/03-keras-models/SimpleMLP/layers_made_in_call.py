# expect: fail
# why: new layers at every call
class SimpleMLP(keras.Model):
    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.hidden_units = list(hidden_units)
        self.output_units = output_units
        self.activation = activation

    def call(self, inputs):
        x = inputs
        for n in self.hidden_units:
            x = layers.Dense(n, activation=self.activation)(x)
        return layers.Dense(self.output_units)(x)

    def get_config(self):
        return {
            **super().get_config(),
            "hidden_units": list(self.hidden_units),
            "output_units": self.output_units,
            "activation": self.activation,
        }
