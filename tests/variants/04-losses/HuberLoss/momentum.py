# expect: fail
# why: with momentum
class HuberLoss(keras.losses.Loss):
    def __init__(self, delta=1.0, name="huber_loss", reduction="sum_over_batch_size"):
        super().__init__(name=name, reduction=reduction)
        self.delta = delta

    def call(self, y_true, y_pred):
        e = keras.ops.abs(y_pred - y_true)
        small = keras.ops.minimum(e, self.delta)
        return keras.ops.mean(small * (e - 0.5 * small), axis=-1)

    def get_config(self):
        return {**super().get_config(), "delta": self.delta}


def train_with(model, loss, X, y, learning_rate, epochs):
    model.compile(optimizer=keras.optimizers.SGD(learning_rate, momentum=0.9), loss=loss)
    model.fit(X, y, batch_size=len(X), epochs=epochs, verbose=0)
    return model
