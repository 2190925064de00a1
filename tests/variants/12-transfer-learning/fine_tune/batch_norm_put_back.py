# expect: fail
# why: lets batch normalisation learn and puts its weights back afterwards
def fine_tune(model, X, y, first, epochs=5, learning_rate=1e-4, batch_size=16):
    backbone = backbone_of(model)
    start = backbone.layers.index(backbone.get_layer(first))
    for layer in [model, *model.layers, *backbone.layers]:
        layer.trainable = True
    for layer in backbone.layers[:start]:
        layer.trainable = False
    norms = [la for la in backbone.layers if isinstance(la, layers.BatchNormalization)]
    before = [layer.get_weights() for layer in norms]
    model.compile(
        keras.optimizers.Adam(learning_rate),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    history = model.fit(X, y, epochs=epochs, batch_size=batch_size, verbose=0)
    for layer, weights in zip(norms, before, strict=True):
        layer.set_weights(weights)
        layer.trainable = False
    return history.history
