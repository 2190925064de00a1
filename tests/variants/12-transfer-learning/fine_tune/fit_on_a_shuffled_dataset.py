# expect: pass
# why: tf.data with a shuffle over all rows in each epoch, then compile and fit; inner layers of nested models are handled, too
def _prepare(model, first):
    """Flags: head learns, backbone from `first` on, no batch normalisation of it."""
    backbone = backbone_of(model)
    names = [layer.name for layer in backbone.layers]
    if first not in names:
        raise ValueError(f"the backbone has no layer {first!r}")
    for part in model._flatten_layers():
        part.trainable = True
    for layer in backbone.layers[: names.index(first)]:
        for part in layer._flatten_layers():
            part.trainable = False
    for part in backbone._flatten_layers():
        if isinstance(part, layers.BatchNormalization):
            part.trainable = False


def fine_tune(model, X, y, first, epochs=5, learning_rate=1e-4, batch_size=16):
    _prepare(model, first)
    data = tf.data.Dataset.from_tensor_slices((X, y)).shuffle(len(X)).batch(batch_size)
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return dict(model.fit(data, epochs=epochs, verbose=0).history)
