# expect: pass
# why: all gradients at once, those of matrices kept


def gradient_norms_by_depth(model, X, y, loss_fn):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=False))
    gradients = tape.gradient(loss, model.trainable_variables)
    return [float(tf.norm(g)) for g in gradients if len(g.shape) > 1]
