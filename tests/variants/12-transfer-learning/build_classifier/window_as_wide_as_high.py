# expect: fail
# why: AveragePooling2D with a square window of the maps' height, then Flatten: wrong number of features for maps with h != w ('mean over the picture')
def build_classifier(backbone, classes):
    backbone.trainable = False
    side = backbone.output_shape[1]
    inputs = keras.Input(backbone.input_shape[1:])
    x = layers.AveragePooling2D(side)(backbone(inputs))
    return keras.Model(inputs, layers.Dense(classes)(layers.Flatten()(x)))
