# expect: fail
# why: a copy with the same weights, not the object itself
class Classifier(keras.Model):
    def call(self, inputs, training=None, mask=None):
        return super().call(inputs, training=False, mask=mask)


def build_classifier(backbone, classes):
    weights = backbone.get_weights()
    backbone = keras.models.clone_model(backbone)
    backbone.set_weights(weights)
    backbone.trainable = False
    inputs = keras.Input(backbone.input_shape[1:])
    x = backbone(inputs, training=False)
    x = layers.GlobalAveragePooling2D()(x)
    outputs = layers.Dense(classes)(x)
    return Classifier(inputs, outputs)
