# expect: fail
# why: divided by the rows of the batch
def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = [l.kernel for l in model.layers if hasattr(l, "kernel")]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=False))
    return [float(tf.norm(g)) / len(X) for g in tape.gradient(loss, kernels)]
