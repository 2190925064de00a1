# expect: fail
# why: looks for the name among the classifier's layers, not the backbone's
def fine_tune(model, X, y, first, epochs=5, learning_rate=1e-4, batch_size=16):
    start = model.layers.index(model.get_layer(first))
    model.trainable = True
    for place, layer in enumerate(model.layers):
        if place < start or isinstance(layer, layers.BatchNormalization):
            layer.trainable = False
    model.compile(
        keras.optimizers.Adam(learning_rate),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model.fit(X, y, epochs=epochs, batch_size=batch_size, verbose=0).history
