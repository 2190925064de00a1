# expect: fail
# why: counts only rows that have a label for every task
def multitask_loss(labels, logits, weights):
    total = tf.constant(0.0)
    complete = tf.reduce_all([tf.cast(y, tf.int32) >= 0 for y in labels.values()], axis=0)
    for task, weight in weights.items():
        y = tf.cast(labels[task], tf.int32)
        z = tf.cast(logits[task], tf.float32)
        known = complete
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(tf.where(known, y, 0), z)
        known = tf.cast(known, tf.float32)
        mean = tf.math.divide_no_nan(tf.reduce_sum(known * losses), tf.reduce_sum(known))
        total += weight * mean
    return total
