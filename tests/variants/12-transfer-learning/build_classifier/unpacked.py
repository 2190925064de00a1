# expect: fail
# why: builds on the backbone's own tensors: its layers become the model's
class Classifier(keras.Model):
    def call(self, inputs, training=None, mask=None):
        return super().call(inputs, training=False, mask=mask)


def build_classifier(backbone, classes):
    backbone.trainable = False
    x = layers.GlobalAveragePooling2D()(backbone.output)
    return Classifier(backbone.input, layers.Dense(classes)(x))
