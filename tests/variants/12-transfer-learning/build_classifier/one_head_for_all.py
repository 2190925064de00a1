# expect: fail
# why: one Dense layer for every call: two classifiers share it
class Classifier(keras.Model):
    def call(self, inputs, training=None, mask=None):
        return super().call(inputs, training=False, mask=mask)


heads = {}


def build_classifier(backbone, classes):
    backbone.trainable = False
    inputs = keras.Input(backbone.input_shape[1:])
    x = layers.GlobalAveragePooling2D()(backbone(inputs, training=False))
    head = heads.setdefault(classes, layers.Dense(classes))
    return Classifier(inputs, head(x))
