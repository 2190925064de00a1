# expect: fail
# why: keeps delta in the class, so that a second loss changes the first
class HuberLoss(keras.losses.Loss):
    delta = 1.0

    def __init__(self, delta=1.0, name="huber_loss", reduction="sum_over_batch_size"):
        super().__init__(name=name, reduction=reduction)
        HuberLoss.delta = delta

    def call(self, y_true, y_pred):
        size = keras.ops.abs(y_pred - y_true)
        straight = self.delta * (size - self.delta / 2)
        return keras.ops.mean(keras.ops.where(size <= self.delta, size**2 / 2, straight), axis=-1)

    def get_config(self):
        return {**super().get_config(), "delta": self.delta}


def train_with(model, loss, X, y, learning_rate, epochs):
    model.compile(optimizer=keras.optimizers.SGD(learning_rate), loss=loss)
    model.fit(X, y, batch_size=len(X), epochs=epochs, verbose=0)
    return model
