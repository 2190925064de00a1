# expect: fail
# why: divides the sum over all tasks by the number of all labels
def multitask_loss(labels, logits, weights):
    total, count = tf.constant(0.0), tf.constant(0.0)
    for task, weight in weights.items():
        y = tf.cast(labels[task], tf.int32)
        z = tf.cast(logits[task], tf.float32)
        known = tf.cast(y >= 0, tf.float32)
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(tf.maximum(y, 0), z)
        total += weight * tf.reduce_sum(known * losses)
        count += tf.reduce_sum(known)
    return tf.math.divide_no_nan(total, count)
