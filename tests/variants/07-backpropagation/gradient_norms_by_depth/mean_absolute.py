# expect: fail
# why: the mean of the absolute entries


def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = [layer.kernel for layer in model.layers if hasattr(layer, "kernel")]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=False))
    gradients = tape.gradient(loss, kernels)
    return np.array([np.mean(np.abs(g)) for g in gradients])
