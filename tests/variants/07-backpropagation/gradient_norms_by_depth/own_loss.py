# expect: fail
# why: the mean squared error, whatever was passed in


def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = [layer.kernel for layer in model.layers if hasattr(layer, "kernel")]
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(
            (model(X, training=False) - tf.cast(tf.reshape(y, (len(X), -1)), "float32")) ** 2
        )
    gradients = tape.gradient(loss, kernels)
    return np.array([np.linalg.norm(g) for g in gradients])
