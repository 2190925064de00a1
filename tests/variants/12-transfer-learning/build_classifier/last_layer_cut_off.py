# expect: fail
# why: leaves the backbone's last layer out
class Classifier(keras.Model):
    def call(self, inputs, training=None, mask=None):
        return super().call(inputs, training=False, mask=mask)


def build_classifier(backbone, classes):
    backbone.trainable = False
    inputs = keras.Input(backbone.input_shape[1:])
    trunk = keras.Model(backbone.input, backbone.layers[-2].output)
    x = trunk(inputs, training=False)
    x = layers.GlobalAveragePooling2D()(x)
    outputs = layers.Dense(classes)(x)
    return Classifier(inputs, outputs)
