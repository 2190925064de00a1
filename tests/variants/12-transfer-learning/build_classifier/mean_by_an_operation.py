# expect: pass
# why: the mean as an operation; the flag dropped in __call__
class InferenceModel(keras.Model):
    def __call__(self, *args, training=None, **kwargs):
        return super().__call__(*args, training=False, **kwargs)


def build_classifier(backbone, classes):
    backbone.trainable = False
    pictures = keras.Input(batch_shape=backbone.input_shape, name="pictures")
    maps = backbone(pictures, training=False)
    features = keras.ops.mean(maps, axis=(1, 2))
    head = layers.Dense(classes, activation="linear", kernel_initializer="he_normal")
    return InferenceModel(inputs=pictures, outputs=head(features), name="classifier")
