# expect: pass
# why: a subclass of keras.Model, built by a first call
class SmallNetwork(keras.Model):
    def __init__(self):
        super().__init__()
        self.conv1 = layers.Conv2D(16, 5, activation="relu")
        self.conv2 = layers.Conv2D(32, 3, activation="relu")
        self.pool = layers.MaxPooling2D()
        self.flatten = layers.Flatten()
        self.logits = layers.Dense(10)

    def call(self, images):
        x = self.pool(self.conv1(images))
        x = self.pool(self.conv2(x))
        return self.logits(self.flatten(x))


def build_cnn():
    model = SmallNetwork()
    model(np.zeros((1, 28, 28, 1), dtype="float32"))
    return model
