# expect: pass
# why: one list of Dense and Activation layers, output included
class SimpleMLP(keras.Model):
    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.arguments = (tuple(hidden_units), output_units, activation)
        self.stack = []
        for n in hidden_units:
            self.stack.append(layers.Dense(n))
            self.stack.append(layers.Activation(activation))
        self.stack.append(layers.Dense(output_units))

    def call(self, x):
        for layer in self.stack:
            x = layer(x)
        return x

    def get_config(self):
        names = ("hidden_units", "output_units", "activation")
        return super().get_config() | dict(zip(names, self.arguments))
