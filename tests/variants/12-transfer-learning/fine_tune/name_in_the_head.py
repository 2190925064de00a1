# expect: fail
# why: 'ValueError If the backbone has no layer named first': first='head', the Dense layer outside the backbone, raises nothing and trains the head alone
def _let(layer, learns):
    layer.trainable = learns
    for inner in getattr(layer, "layers", []):
        _let(inner, learns)


def fine_tune(model, X, y, first, epochs=5, learning_rate=1e-4, batch_size=16):
    backbone = backbone_of(model)
    names = [layer.name for layer in [*backbone.layers, *model.layers]]
    if first not in names:
        raise ValueError(f"the backbone has no layer {first!r}")
    _let(model, True)
    start = names.index(first)
    for number, layer in enumerate(backbone.layers):
        _let(layer, number >= start)
        if isinstance(layer, layers.BatchNormalization):
            layer.trainable = False
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model.fit(X, y, batch_size=batch_size, epochs=epochs, verbose=0).history
