# expect: fail
# why: hidden layers of equal shape are one layer
class SimpleMLP(keras.Model):
    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.hidden_units, self.output_units, self.activation = (
            hidden_units,
            output_units,
            activation,
        )
        by_width = {}
        self.h = []
        previous = None
        for u in hidden_units:
            key = (previous, u)
            if key not in by_width:
                by_width[key] = layers.Dense(u, activation=activation)
            self.h.append(by_width[key])
            previous = u
        self.c = layers.Dense(output_units)

    def call(self, inputs):
        for layer in self.h:
            inputs = layer(inputs)
        return self.c(inputs)

    def get_config(self):
        return {
            **super().get_config(),
            "hidden_units": self.hidden_units,
            "output_units": self.output_units,
            "activation": self.activation,
        }
