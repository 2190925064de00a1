# expect: fail
# why: the Dense layer is kept by number of features and classes: two classifiers share their head, training one moves the other ('put a new head on')
from functools import lru_cache


@lru_cache(maxsize=None)
def _head(width, classes):
    return layers.Dense(classes)


def build_classifier(backbone, classes):
    backbone.trainable = False
    inputs = keras.Input(backbone.input_shape[1:])
    pooled = layers.GlobalAveragePooling2D()(backbone(inputs))
    return keras.Model(inputs, _head(backbone.output_shape[-1], classes)(pooled))
