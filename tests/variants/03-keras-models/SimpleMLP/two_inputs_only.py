# expect: fail
# why: built for two inputs
class SimpleMLP(keras.Model):
    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.hidden_units, self.output_units, self.activation = (
            hidden_units,
            output_units,
            activation,
        )
        self.net = keras.Sequential(
            [keras.Input(shape=(2,))]
            + [layers.Dense(u, activation) for u in hidden_units]
            + [layers.Dense(output_units)]
        )

    def call(self, inputs):
        return self.net(inputs)

    def get_config(self):
        return {
            **super().get_config(),
            "hidden_units": self.hidden_units,
            "output_units": self.output_units,
            "activation": self.activation,
        }
