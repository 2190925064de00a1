# expect: fail
# why: compiles the model, which the docstring excludes ('Not compiled')
def build_classifier(backbone, classes):
    backbone.trainable = False
    model = keras.Sequential(
        [
            keras.Input(backbone.input_shape[1:]),
            backbone,
            layers.GlobalAveragePooling2D(),
            layers.Dense(classes),
        ]
    )
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model
