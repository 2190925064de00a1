# expect: fail
# why: asks for dense layers: a convolution has a kernel as well


def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = [layer.kernel for layer in model.layers if isinstance(layer, keras.layers.Dense)]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=False))
    return [float(tf.norm(g)) for g in tape.gradient(loss, kernels)]
