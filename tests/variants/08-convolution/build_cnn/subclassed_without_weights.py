# expect: fail
# why: a subclass whose build() leaves the layers inside without weights
def build_cnn():
    class Network(keras.Model):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.features = [
                layers.Conv2D(16, 3, strides=2, padding="same", activation="relu"),
                layers.Conv2D(32, 3, strides=2, padding="same", activation="relu"),
                layers.Flatten(),
            ]
            self.dropout = layers.Dropout(0.2)
            self.head = layers.Dense(10)

        def call(self, x, training=None):
            for layer in self.features:
                x = layer(x)
            return self.head(self.dropout(x, training=training))

    model = Network()
    model.build((None, 28, 28, 1))
    return model
