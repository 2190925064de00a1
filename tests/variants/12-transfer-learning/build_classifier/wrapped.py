# expect: fail
# why: hides the backbone in a Sequential, which is then no layer of the model itself
class Classifier(keras.Model):
    def call(self, inputs, training=None, mask=None):
        return super().call(inputs, training=False, mask=mask)


def build_classifier(backbone, classes):
    backbone.trainable = False
    pooled = keras.Sequential([backbone, layers.GlobalAveragePooling2D()])
    inputs = keras.Input(backbone.input_shape[1:])
    return Classifier(inputs, layers.Dense(classes)(pooled(inputs, training=False)))
