# expect: fail
# why: models made with the same arguments share their layers
class SimpleMLP(keras.Model):
    stack = {}

    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.hidden_units, self.output_units, self.activation = (
            hidden_units,
            output_units,
            activation,
        )
        key = (tuple(hidden_units), output_units, activation)
        if key not in SimpleMLP.stack:
            SimpleMLP.stack[key] = [
                layers.Dense(u, activation=activation) for u in hidden_units
            ] + [layers.Dense(output_units)]
        self.h = SimpleMLP.stack[key]

    def call(self, inputs):
        for layer in self.h:
            inputs = layer(inputs)
        return inputs

    def get_config(self):
        return {
            **super().get_config(),
            "hidden_units": self.hidden_units,
            "output_units": self.output_units,
            "activation": self.activation,
        }
