# expect: pass
# why: the loss tracker and compute_metrics, as Keras itself does
class ClippedModel(keras.Model):
    def __init__(self, hidden_units, outputs, max_norm, **kwargs):
        super().__init__(**kwargs)
        self.max_norm = max_norm
        self.stack = [layers.Dense(units, activation="relu") for units in hidden_units]
        self.stack.append(layers.Dense(outputs))

    def call(self, inputs, training=None):
        for layer in self.stack:
            inputs = layer(inputs)
        return inputs

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=y_pred)
        gradients = tape.gradient(loss, self.trainable_variables)

        gradients, _ = tf.clip_by_global_norm(gradients, self.max_norm)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))

        self._loss_tracker.update_state(loss, sample_weight=tf.shape(x)[0])
        return self.compute_metrics(x, y, y_pred)
