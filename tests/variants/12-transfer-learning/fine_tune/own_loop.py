# expect: pass
# why: a loop with GradientTape over the variables that may move
def fine_tune(model, X, y, first, epochs=5, learning_rate=1e-4, batch_size=16):
    backbone = backbone_of(model)
    names = [layer.name for layer in backbone.layers]
    if first not in names:
        raise ValueError(f"the backbone has no layer {first!r}")
    for layer in model._flatten_layers():
        layer.trainable = True
    for layer in backbone.layers[: names.index(first)]:
        layer.trainable = False
    for layer in backbone._flatten_layers():
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.trainable = False

    loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    optimizer = keras.optimizers.Adam(learning_rate)
    optimizer.build(model.trainable_variables)

    @tf.function(reduce_retracing=True)
    def step(X_batch, y_batch):
        with tf.GradientTape() as tape:
            loss = loss_fn(y_batch, model(X_batch, training=True))
        variables = model.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
        return loss

    losses = []
    for _ in range(epochs):
        order = np.random.permutation(len(X))
        total = 0.0
        for begin in range(0, len(X), batch_size):
            rows = order[begin : begin + batch_size]
            X_batch = tf.constant(X[rows], tf.float32)
            total += len(rows) * float(step(X_batch, tf.constant(y[rows], tf.int32)))
        losses.append(total / len(X))
    return {"loss": losses}
