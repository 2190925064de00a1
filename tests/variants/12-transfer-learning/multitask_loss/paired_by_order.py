# expect: fail
# why: pairs the dicts by the order of their entries, not by name
def multitask_loss(labels, logits, weights):
    total = tf.constant(0.0)
    for y, z, weight in zip(labels.values(), logits.values(), weights.values(), strict=True):
        y = tf.cast(y, tf.int32)
        z = tf.cast(z, tf.float32)
        known = y >= 0
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(tf.where(known, y, 0), z)
        known = tf.cast(known, tf.float32)
        mean = tf.math.divide_no_nan(tf.reduce_sum(known * losses), tf.reduce_sum(known))
        total += weight * mean
    return total
