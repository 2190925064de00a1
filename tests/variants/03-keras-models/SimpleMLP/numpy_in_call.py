# expect: fail
# why: leaves TensorFlow in call, so that nothing can be trained
class SimpleMLP(keras.Model):
    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.hidden_units, self.output_units, self.activation = (
            hidden_units,
            output_units,
            activation,
        )
        self.h = [layers.Dense(u, activation=activation) for u in hidden_units]
        self.c = layers.Dense(output_units)

    def call(self, inputs):
        for layer in self.h:
            inputs = np.array(layer(inputs))
        return self.c(inputs)

    def get_config(self):
        return {
            **super().get_config(),
            "hidden_units": self.hidden_units,
            "output_units": self.output_units,
            "activation": self.activation,
        }
