# expect: pass
# why: watches the tf.Variables of the kernels only (so frozen layers count too); tf.linalg.global_norm of one array each; a list of floats
def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = [layer.kernel.value for layer in model.layers if hasattr(layer, "kernel")]
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        tape.watch(kernels)
        loss = loss_fn(y, model(X, training=False))
    gradients = tape.gradient(loss, kernels, unconnected_gradients="zero")
    return [float(tf.linalg.global_norm([tf.cast(g, "float64")])) for g in gradients]
