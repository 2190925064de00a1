# expect: pass
# why: build makes the weights of the layers
class SimpleMLP(keras.Model):
    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.hidden_units = hidden_units
        self.output_units = output_units
        self.activation = activation
        self.all_layers = [layers.Dense(u, activation=activation) for u in hidden_units]
        self.all_layers.append(layers.Dense(output_units, activation=None))

    def build(self, input_shape):
        width = input_shape[-1]
        for layer in self.all_layers:
            layer.build((None, width))
            width = layer.units
        super().build(input_shape)

    def call(self, inputs):
        out = inputs
        for layer in self.all_layers:
            out = layer(out)
        return out

    def get_config(self):
        config = super().get_config()
        for name in ["hidden_units", "output_units", "activation"]:
            config[name] = getattr(self, name)
        return config
