# expect: fail
# why: returns float64
def multitask_loss(labels, logits, weights):
    total = tf.constant(0.0)
    for task, weight in weights.items():
        y = tf.cast(labels[task], tf.int32)
        z = tf.cast(logits[task], tf.float32)
        known = y >= 0
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(tf.where(known, y, 0), z)
        known = tf.cast(known, tf.float32)
        mean = tf.math.divide_no_nan(tf.reduce_sum(known * losses), tf.reduce_sum(known))
        total += weight * mean
    return tf.cast(total, tf.float64)
