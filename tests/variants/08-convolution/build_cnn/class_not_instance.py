# expect: fail
# why: returns the class instead of a model
class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.stack = [
            layers.Conv2D(16, 3, strides=2, activation="relu"),
            layers.Conv2D(24, 3, strides=2, activation="relu"),
            layers.Flatten(),
            layers.Dense(10),
        ]

    def call(self, x):
        for layer in self.stack:
            x = layer(x)
        return x


def build_cnn():
    return Network
