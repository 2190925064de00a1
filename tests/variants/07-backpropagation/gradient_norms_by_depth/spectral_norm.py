# expect: fail
# why: the spectral norm of a matrix
def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = [l.kernel for l in model.layers if hasattr(l, "kernel")]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=False))
    return [float(np.linalg.norm(g.numpy(), 2)) for g in tape.gradient(loss, kernels)]
