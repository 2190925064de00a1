# expect: fail
# why: fixed 2 → 20 → 10 → 1 with ReLU, and a right config
class SimpleMLP(keras.Model):
    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.hidden_units = list(hidden_units)
        self.output_units = output_units
        self.activation = activation
        self.a = layers.Dense(20, activation="relu")
        self.b = layers.Dense(10, activation="relu")
        self.c = layers.Dense(1)

    def call(self, inputs):
        return self.c(self.b(self.a(inputs)))

    def get_config(self):
        return {
            **super().get_config(),
            "hidden_units": list(self.hidden_units),
            "output_units": self.output_units,
            "activation": self.activation,
        }
