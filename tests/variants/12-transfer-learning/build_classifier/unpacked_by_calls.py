# expect: fail
# why: calls the backbone's layers one after the other
class Classifier(keras.Model):
    def call(self, inputs, training=None, mask=None):
        return super().call(inputs, training=False, mask=mask)


def build_classifier(backbone, classes):
    backbone.trainable = False
    inputs = x = keras.Input(backbone.input_shape[1:])
    for layer in backbone.layers[1:]:
        x = layer(x, training=False) if isinstance(layer, layers.BatchNormalization) else layer(x)
    x = layers.GlobalAveragePooling2D()(x)
    return Classifier(inputs, layers.Dense(classes)(x))
