# expect: fail
# why: get_config returns the three arguments alone, so name, trainable and dtype are lost: breaks "What super().get_config() holds"
class SimpleMLP(keras.Model):
    """A fully connected network: hidden layers with one activation, then a linear output."""

    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.hidden_units, self.output_units = hidden_units, output_units
        self.activation = activation
        self.hidden = [layers.Dense(units, activation=activation) for units in hidden_units]
        self.last = layers.Dense(output_units)

    def call(self, inputs):
        """The outputs for a batch, shape (n, output_units)."""
        for layer in self.hidden:
            inputs = layer(inputs)
        return self.last(inputs)

    def get_config(self):
        """What super().get_config() holds, and the three arguments as given, under their names."""
        return {
            "hidden_units": self.hidden_units,
            "output_units": self.output_units,
            "activation": self.activation,
        }
