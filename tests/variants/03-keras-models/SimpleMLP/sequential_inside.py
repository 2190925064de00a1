# expect: pass
# why: a Sequential does the work; only its own arguments in a new dict
class SimpleMLP(keras.Model):
    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self._given = dict(
            hidden_units=list(hidden_units), output_units=output_units, activation=activation
        )
        stack = [layers.Dense(n, activation=activation) for n in hidden_units]
        self.net = keras.Sequential([*stack, layers.Dense(output_units)])

    def call(self, inputs):
        return self.net(inputs)

    def get_config(self):
        config = super().get_config()
        config.update(self._given)
        return config
