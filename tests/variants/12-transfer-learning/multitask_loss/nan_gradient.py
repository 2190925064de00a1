# expect: fail
# why: hides 0 / 0 behind tf.where: the value is 0, the gradient nan
def multitask_loss(labels, logits, weights):
    total = tf.constant(0.0)
    for task, weight in weights.items():
        y = tf.cast(labels[task], tf.int32)
        z = tf.cast(logits[task], tf.float32)
        known = y >= 0
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(tf.where(known, y, 0), z)
        known = tf.cast(known, tf.float32)
        count = tf.reduce_sum(known)
        mean = tf.where(count > 0, tf.reduce_sum(known * losses) / count, 0.0)
        total += weight * mean
    return total
