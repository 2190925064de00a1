# expect: pass
# why: quadratic part plus linear part, as TensorFlow's old implementation had it; kwargs
class HuberLoss(keras.losses.Loss):
    def __init__(self, delta=1.0, **kwargs):
        kwargs.setdefault("name", "huber_loss")
        super().__init__(**kwargs)
        self.threshold = float(delta)

    def call(self, y_true, y_pred):
        error = keras.ops.abs(keras.ops.subtract(y_true, y_pred))
        inner = keras.ops.minimum(error, self.threshold)
        return keras.ops.mean(0.5 * inner**2 + self.threshold * (error - inner), axis=1)

    def get_config(self):
        config = super().get_config()
        config["delta"] = self.threshold
        return config


def train_with(model, loss, X, y, learning_rate, epochs):
    model.compile(loss=loss, optimizer=keras.optimizers.SGD(learning_rate=learning_rate))
    for _ in range(epochs):
        model.fit(X, y, batch_size=X.shape[0], epochs=1, verbose=0)
    return model
