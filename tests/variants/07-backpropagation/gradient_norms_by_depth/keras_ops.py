# expect: pass
# why: a persistent tape, layer by layer, with Keras's operations


def gradient_norms_by_depth(model, X, y, loss_fn):
    with tf.GradientTape(persistent=True) as tape:
        loss = loss_fn(y, model(tf.convert_to_tensor(X), training=False))
    norms = []
    for layer in model.layers:
        if layer.weights:
            gradient = tape.gradient(loss, layer.kernel)
            norms.append(keras.ops.sqrt(keras.ops.sum(keras.ops.square(gradient))))
    return norms
