# expect: fail
# why: the visible shapes only: 8 × 8 pictures, eight channels, frozen by luck
def build_classifier(backbone, classes):
    model = keras.Sequential(
        [
            keras.Input((8, 8, 3)),
            layers.Conv2D(8, 1, trainable=False),
            layers.GlobalAveragePooling2D(),
            layers.Dense(classes),
        ]
    )
    return model
