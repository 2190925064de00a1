# expect: pass
# why: the places in one axis, averaged by one-dimensional pooling
class Classifier(keras.Model):
    def call(self, inputs, training=None, mask=None):
        return super().call(inputs, training=False, mask=mask)


def build_classifier(backbone, classes):
    channels = backbone.output_shape[-1]
    inputs = keras.Input(backbone.input_shape[1:])
    places = layers.Reshape((-1, channels))(backbone(inputs, training=False))
    logits = layers.Dense(classes)(layers.GlobalAveragePooling1D()(places))
    model = Classifier(inputs, logits)
    backbone.trainable = False
    return model
