# expect: fail
# why: lays the maps flat: too many parameters
class Classifier(keras.Model):
    def call(self, inputs, training=None, mask=None):
        return super().call(inputs, training=False, mask=mask)


def build_classifier(backbone, classes):
    backbone.trainable = False
    inputs = keras.Input(backbone.input_shape[1:])
    x = backbone(inputs, training=False)
    x = layers.Flatten()(x)
    outputs = layers.Dense(classes)(x)
    return Classifier(inputs, outputs)
