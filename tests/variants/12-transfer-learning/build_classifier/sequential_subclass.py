# expect: pass
# why: a Sequential that always runs in inference mode; its head has no dropout
class InferenceSequential(keras.Sequential):
    """`fit` says training=True to every layer of a model; this one never hands it on."""

    def call(self, inputs, training=None, mask=None):
        return super().call(inputs, training=False, mask=mask)


def build_classifier(backbone, classes):
    for layer in [*backbone.layers, backbone]:
        layer.trainable = False
    model = InferenceSequential(name="classifier")
    model.add(keras.Input(shape=backbone.input_shape[1:]))
    model.add(backbone)
    model.add(keras.layers.GlobalAvgPool2D(name="pool"))
    model.add(keras.layers.Dense(units=classes, use_bias=True, activation=None))
    return model
