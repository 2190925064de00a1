# expect: pass
# why: numbered attributes, activation applied as a function, output made first
class SimpleMLP(keras.Model):
    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.hidden_units = hidden_units
        self.output_units = output_units
        self.activation = activation
        self.last = layers.Dense(output_units)
        for i, n in enumerate(hidden_units):
            setattr(self, f"dense_{i}", layers.Dense(n))

    def call(self, inputs):
        phi = keras.activations.get(self.activation)
        x = inputs
        for i in range(len(self.hidden_units)):
            x = phi(getattr(self, f"dense_{i}")(x))
        return self.last(x)

    def get_config(self):
        config = super().get_config()
        config["hidden_units"] = self.hidden_units
        config["output_units"] = self.output_units
        config["activation"] = self.activation
        return config
