# expect: pass
# why: fit called for one epoch at a time on a shuffled tf.data pipeline
def fine_tune(model, X, y, first, epochs=5, learning_rate=1e-4, batch_size=16):
    backbone = next(part for part in model.layers if isinstance(part, keras.Model))
    position = None
    for i in range(len(backbone.layers)):
        if backbone.layers[i].name == first:
            position = i
    if position is None:
        raise ValueError("The backbone has no layer called " + first)

    model.trainable = True
    for layer in model.layers:
        layer.trainable = True
    for i in range(len(backbone.layers)):
        if i < position:
            backbone.layers[i].trainable = False
        elif "BatchNormalization" in type(backbone.layers[i]).__name__:
            backbone.layers[i].trainable = False
        else:
            backbone.layers[i].trainable = True

    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss=loss)
    data = tf.data.Dataset.from_tensor_slices((X, y)).shuffle(len(X)).batch(batch_size)
    losses = []
    for epoch in range(epochs):
        run = model.fit(data, epochs=1, verbose=0)
        losses.append(run.history["loss"][0])
    return {"loss": losses}
