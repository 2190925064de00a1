# expect: fail
# why: divided by the last layer's norm


def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = [layer.kernel for layer in model.layers if hasattr(layer, "kernel")]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=False))
    gradients = tape.gradient(loss, kernels)
    norms = np.array([np.linalg.norm(g) for g in gradients])
    return 10 * norms / norms[-1] if len(norms) == 1 else norms / norms[-1]
