# expect: fail
# why: Reshape to (h*w, c) needs a fixed size: fails for a backbone for pictures of any size, input shape (None, None, None, 3) ('from pictures of the backbone's input shape')
def build_classifier(backbone, classes):
    backbone.trainable = False
    _, height, width, channels = backbone.output_shape
    inputs = keras.Input(backbone.input_shape[1:])
    x = layers.Reshape((height * width, channels))(backbone(inputs))
    x = layers.GlobalAveragePooling1D()(x)
    return keras.Model(inputs, layers.Dense(classes)(x))
