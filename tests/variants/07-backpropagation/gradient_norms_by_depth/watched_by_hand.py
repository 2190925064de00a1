# expect: pass
# why: tells the tape what to watch, norms in float64


def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = [layer.kernel for layer in model.layers if hasattr(layer, "kernel")]
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        for kernel in kernels:
            tape.watch(kernel.value)
        loss = loss_fn(y, model(X, training=False))
    return np.array(
        [
            float(np.sqrt(np.sum(np.array(g, "float64") ** 2)))
            for g in tape.gradient(loss, [k.value for k in kernels])
        ]
    )
