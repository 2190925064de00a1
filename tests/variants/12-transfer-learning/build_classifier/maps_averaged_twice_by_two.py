# expect: fail
# why: an average pooling of 2 x 2 before the global one: edges are dropped for maps of odd size, so this is not the mean over the picture (even sizes hide it)
def build_classifier(backbone, classes):
    backbone.trainable = False
    inputs = keras.Input(backbone.input_shape[1:])
    x = layers.AveragePooling2D(2)(backbone(inputs))
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(classes)(x))
