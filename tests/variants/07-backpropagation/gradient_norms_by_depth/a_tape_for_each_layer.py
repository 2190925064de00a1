# expect: pass
# why: one forward pass and one tape for each kernel


def gradient_norms_by_depth(model, X, y, loss_fn):
    norms = []
    for layer in model.layers:
        if getattr(layer, "kernel", None) is None:
            continue
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(layer.kernel.value)
            loss = loss_fn(y, model(X, training=False))
        gradient = np.ravel(tape.gradient(loss, layer.kernel.value))
        norms.append(math.sqrt(math.fsum(float(v) ** 2 for v in gradient)))
    return norms
