# expect: fail
# why: a 0 for a layer without a kernel
def gradient_norms_by_depth(model, X, y, loss_fn):
    with tf.GradientTape(persistent=True) as tape:
        loss = loss_fn(y, model(X, training=False))
    return [
        float(tf.norm(tape.gradient(loss, l.kernel))) if hasattr(l, "kernel") else 0.0
        for l in model.layers
    ]
