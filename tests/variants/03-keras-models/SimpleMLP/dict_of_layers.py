# expect: pass
# why: the layers in a dict
class SimpleMLP(keras.Model):
    def __init__(self, hidden_units=(20, 10), output_units=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.units = [*hidden_units]
        self.output_units = output_units
        self.activation = activation
        self.table = {
            f"h{i}": layers.Dense(u, activation=activation) for i, u in enumerate(self.units)
        }
        self.table["out"] = layers.Dense(output_units)

    def call(self, inputs):
        x = keras.ops.convert_to_tensor(inputs)
        for i in range(len(self.units)):
            x = self.table[f"h{i}"](x)
        return self.table["out"](x)

    def get_config(self):
        config = super().get_config()
        config["hidden_units"] = list(self.units)
        config["output_units"] = self.output_units
        config["activation"] = self.activation
        return config
