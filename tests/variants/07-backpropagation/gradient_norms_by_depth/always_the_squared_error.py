# expect: fail
# why: computes the mean squared error itself and ignores loss_fn, which the two visible tests happen to choose
def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = [layer.kernel for layer in model.layers if hasattr(layer, "kernel")]
    with tf.GradientTape() as tape:
        outputs = model(X, training=False)
        loss = tf.reduce_mean((outputs - tf.cast(y, outputs.dtype)) ** 2)
    return [float(tf.norm(g)) for g in tape.gradient(loss, kernels)]
