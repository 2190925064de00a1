# expect: fail
# why: always from the example's block3_conv on
def fine_tune(model, X, y, first, epochs=5, learning_rate=1e-4, batch_size=16):
    backbone = backbone_of(model)
    for layer in [model, *model.layers]:
        layer.trainable = True
    for layer in backbone.layers:
        layer.trainable = layer.name == "block3_conv"
    model.compile(
        keras.optimizers.Adam(learning_rate),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model.fit(X, y, epochs=epochs, batch_size=batch_size, verbose=0).history
