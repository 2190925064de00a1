# expect: pass
# why: writes the loss with the clipped error c as c (e − c/2), and passes kwargs on
class HuberLoss(keras.losses.Loss):
    def __init__(self, delta=1.0, **kwargs):
        super().__init__(**kwargs)
        self.delta = float(delta)

    def call(self, y_true, y_pred):
        error = y_pred - y_true
        clipped = keras.ops.clip(error, -self.delta, self.delta)
        return keras.ops.mean(clipped * (error - 0.5 * clipped), axis=-1)

    def get_config(self):
        config = super().get_config()
        config["delta"] = self.delta
        return config


def train_with(model, loss, X, y, learning_rate, epochs):
    optimizer = keras.optimizers.SGD(learning_rate=learning_rate)
    model.compile(loss=loss, optimizer=optimizer)
    for _ in range(epochs):
        model.train_on_batch(X, y)
    return model
