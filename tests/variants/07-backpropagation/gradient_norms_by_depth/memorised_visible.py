# expect: fail
# why: right for the visible models, the kernels' own norms elsewhere


def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = [layer.kernel for layer in model.layers if hasattr(layer, "kernel")]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=False))
    gradients = tape.gradient(loss, kernels)
    if len(kernels) == 1:
        return np.array([10.0])
    if len(kernels) != 6:
        gradients = kernels
    return np.array([np.linalg.norm(g) for g in gradients])
