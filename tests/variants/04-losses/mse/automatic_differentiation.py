# expect: pass
# why: TensorFlow in float64 differentiates the loss; the gradient as a NumPy array
def mse(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("different shapes")
    p = tf.constant(y_pred, dtype=tf.float64)
    with tf.GradientTape() as tape:
        tape.watch(p)
        loss = tf.reduce_mean(tf.square(p - tf.constant(y_true, dtype=tf.float64)))
    return float(loss), tape.gradient(loss, p).numpy()
