# expect: pass
# why: a fresh compile, and the flags set behind it but before fit
def fine_tune(model, X, y, first, epochs=5, learning_rate=1e-4, batch_size=16):
    backbone = backbone_of(model)
    names = [layer.name for layer in backbone.layers]
    if first not in names:
        raise ValueError(f"{first!r} is none of {names}")
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    model.trainable = True
    for layer in model.layers:
        layer.trainable = True
    for name, layer in zip(names, backbone.layers, strict=True):
        late = names.index(name) >= names.index(first)
        layer.trainable = late and not isinstance(layer, layers.BatchNormalization)
    return dict(model.fit(X, y, batch_size, epochs, verbose=0).history)
