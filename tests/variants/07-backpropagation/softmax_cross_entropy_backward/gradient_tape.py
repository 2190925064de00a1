# expect: pass
# why: the tape on TensorFlow's own loss


def softmax_cross_entropy_backward(logits, labels):
    z = tf.Variable(logits)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels, z))
    return tape.gradient(loss, z)
