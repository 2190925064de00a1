# expect: pass
# why: lets TensorFlow differentiate, in float32, and returns a list
def mse(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("the shapes differ")
    predictions = tf.Variable(y_pred, dtype=tf.float32)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((predictions - tf.constant(y_true, tf.float32)) ** 2)
    return [loss, tape.gradient(loss, predictions)]
