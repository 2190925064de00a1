# expect: fail
# why: takes a step of gradient descent on the way


def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = [layer.kernel for layer in model.layers if hasattr(layer, "kernel")]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=False))
    gradients = tape.gradient(loss, kernels)
    for kernel, g in zip(kernels, gradients):
        kernel.assign_sub(0.1 * g)
    return np.array([np.linalg.norm(g) for g in gradients])
