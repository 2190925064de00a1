# expect: fail
# why: the right error, when the training is over
def fine_tune(model, X, y, first, epochs=5, learning_rate=1e-4, batch_size=16):
    backbone = backbone_of(model)
    names = [layer.name for layer in backbone.layers]
    start = names.index(first) if first in names else len(names)
    for layer in [model, *model.layers, *backbone.layers]:
        layer.trainable = True
    for place, layer in enumerate(backbone.layers):
        if place < start or isinstance(layer, layers.BatchNormalization):
            layer.trainable = False
    model.compile(
        keras.optimizers.Adam(learning_rate),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    history = model.fit(X, y, epochs=epochs, batch_size=batch_size, verbose=0)
    if first not in names:
        raise ValueError(first)
    return history.history
