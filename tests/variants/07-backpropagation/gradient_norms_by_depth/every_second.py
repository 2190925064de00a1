# expect: fail
# why: every second trainable variable
def gradient_norms_by_depth(model, X, y, loss_fn):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=False))
    return [float(tf.norm(g)) for g in tape.gradient(loss, model.trainable_variables)[::2]]
