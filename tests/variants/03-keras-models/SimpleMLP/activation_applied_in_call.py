# expect: pass
# why: linear Dense layers stored by setattr (output first), the activation function applied in call
class SimpleMLP(keras.Model):
    """A fully connected network: hidden layers with one activation, then a linear output."""

    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self._arguments = (tuple(hidden_units), output_units, activation)
        self._given_as_list = isinstance(hidden_units, list)
        self.readout = layers.Dense(output_units)
        for i, units in enumerate(hidden_units):
            setattr(self, f"dense_{i}", layers.Dense(units))

    def call(self, inputs):
        """The outputs for a batch, shape (n, output_units)."""
        units, _, activation = self._arguments
        phi = keras.activations.get(activation)
        for i in range(len(units)):
            inputs = phi(getattr(self, f"dense_{i}")(inputs))
        return self.readout(inputs)

    def get_config(self):
        """What super().get_config() holds, and the three arguments as given, under their names."""
        config = super().get_config()
        units, config["output_units"], config["activation"] = self._arguments
        config["hidden_units"] = list(units) if self._given_as_list else units
        return config
