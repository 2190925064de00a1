# expect: fail
# why: in the order of the backward pass


def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = [layer.kernel for layer in model.layers if hasattr(layer, "kernel")]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=False))
    gradients = tape.gradient(loss, kernels)
    return np.array([np.linalg.norm(g) for g in gradients[::-1]])
