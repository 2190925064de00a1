# expect: fail
# why: every weight, biases included


def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = model.trainable_variables
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=False))
    gradients = tape.gradient(loss, kernels)
    return np.array([np.linalg.norm(g) for g in gradients])
