# expect: pass
# why: lets TensorFlow differentiate, which takes 0 at the kink too
def mae(y_true, y_pred):
    predictions = tf.constant(y_pred)
    with tf.GradientTape() as tape:
        tape.watch(predictions)
        loss = tf.reduce_mean(tf.abs(predictions - y_true))
    return loss, tape.gradient(loss, predictions)
