# expect: fail
# why: exp of the logits as they are
def multitask_loss(labels, logits, weights):
    total = tf.constant(0.0)
    for task, weight in weights.items():
        y = tf.cast(labels[task], tf.int32)
        z = tf.cast(logits[task], tf.float32)
        known = y >= 0
        p = tf.exp(z) / tf.reduce_sum(tf.exp(z), axis=1, keepdims=True)
        losses = -tf.math.log(tf.gather(p, tf.where(known, y, 0), axis=1, batch_dims=1))
        known = tf.cast(known, tf.float32)
        mean = tf.math.divide_no_nan(tf.reduce_sum(known * losses), tf.reduce_sum(known))
        total += weight * mean
    return total
