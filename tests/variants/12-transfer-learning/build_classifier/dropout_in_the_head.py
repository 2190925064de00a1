# expect: fail
# why: a dropout in the head, which nobody asked for
def build_classifier(backbone, classes):
    backbone.trainable = False
    inputs = keras.Input(backbone.input_shape[1:])
    x = backbone(inputs, training=False)
    x = layers.GlobalAveragePooling2D()(x)
    x = layers.Dropout(0.5)(x)
    outputs = layers.Dense(classes)(x)
    return keras.Model(inputs, outputs)
