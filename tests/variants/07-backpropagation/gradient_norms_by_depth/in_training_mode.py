# expect: fail
# why: calls the model with training=True: dropout drops, batch normalisation uses the batch and moves its running statistics ("training=False, and none of its weights moves")
def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = [layer.kernel for layer in model.layers if hasattr(layer, "kernel")]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=True))
    return [float(tf.sqrt(tf.reduce_sum(g**2))) for g in tape.gradient(loss, kernels)]
