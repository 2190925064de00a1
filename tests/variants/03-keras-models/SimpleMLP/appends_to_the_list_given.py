# expect: fail
# why: appends output_units to the caller's list: breaks "hidden_units ... Not changed"
class SimpleMLP(keras.Model):
    """A fully connected network: hidden layers with one activation, then a linear output."""

    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.config_units = list(hidden_units)
        self.output_units, self.activation = output_units, activation
        widths = hidden_units if isinstance(hidden_units, list) else list(hidden_units)
        widths.append(output_units)
        self.stack = [layers.Dense(units, activation) for units in widths[:-1]]
        self.stack.append(layers.Dense(widths[-1]))

    def call(self, inputs):
        """The outputs for a batch, shape (n, output_units)."""
        for layer in self.stack:
            inputs = layer(inputs)
        return inputs

    def get_config(self):
        """What super().get_config() holds, and the three arguments as given, under their names."""
        own = {"hidden_units": self.config_units, "output_units": self.output_units}
        return {**super().get_config(), **own, "activation": self.activation}
