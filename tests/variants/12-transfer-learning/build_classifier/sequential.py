# expect: pass
# why: a Sequential of backbone, pooling and Dense: the backbone is one of its layers
def build_classifier(backbone, classes):
    backbone.trainable = False
    return keras.Sequential(
        [
            keras.Input(backbone.input_shape[1:]),
            backbone,
            layers.GlobalAveragePooling2D(),
            layers.Dense(classes),
        ]
    )
