# expect: fail
# why: normalises over the rows
def multitask_loss(labels, logits, weights):
    total = tf.constant(0.0)
    for task, weight in weights.items():
        y = tf.cast(labels[task], tf.int32)
        z = tf.cast(logits[task], tf.float32)
        known = y >= 0
        log_p = tf.nn.log_softmax(z, axis=0)
        losses = -tf.gather(log_p, tf.where(known, y, 0), axis=1, batch_dims=1)
        known = tf.cast(known, tf.float32)
        mean = tf.math.divide_no_nan(tf.reduce_sum(known * losses), tf.reduce_sum(known))
        total += weight * mean
    return total
