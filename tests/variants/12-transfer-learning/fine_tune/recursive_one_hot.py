# expect: pass
# why: a recursive helper for batch normalisation; one-hot labels; accuracy too
def thaw(layer):
    layer.trainable = True
    for inner in getattr(layer, "layers", []):
        thaw(inner)


def hold_batch_norm(layer):
    if isinstance(layer, layers.BatchNormalization):
        layer.trainable = False
    for inner in getattr(layer, "layers", []):
        hold_batch_norm(inner)


def fine_tune(model, X, y, first, epochs=5, learning_rate=1e-4, batch_size=16):
    backbone = backbone_of(model)
    boundary = backbone.get_layer(first)
    thaw(model)
    for layer in backbone.layers:
        if layer is boundary:
            break
        layer.trainable = False
    hold_batch_norm(backbone)
    model.compile(
        keras.optimizers.Adam(learning_rate),
        keras.losses.CategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    one_hot = keras.utils.to_categorical(y, model.output_shape[-1])
    return model.fit(X, one_hot, batch_size, epochs, verbose=0).history
