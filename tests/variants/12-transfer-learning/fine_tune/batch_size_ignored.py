# expect: fail
# why: batches of fit's own size
def fine_tune(model, X, y, first, epochs=5, learning_rate=1e-4, batch_size=16):
    backbone = backbone_of(model)
    start = backbone.layers.index(backbone.get_layer(first))
    for layer in [model, *model.layers, *backbone.layers]:
        layer.trainable = True
    for place, layer in enumerate(backbone.layers):
        if place < start or isinstance(layer, layers.BatchNormalization):
            layer.trainable = False
    model.compile(
        keras.optimizers.Adam(learning_rate),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    history = model.fit(X, y, epochs=epochs, verbose=0)
    return history.history
