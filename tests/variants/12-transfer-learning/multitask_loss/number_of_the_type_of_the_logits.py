# expect: fail
# why: no cast: float64 logits give a float64 loss ('one float32 number'; logits are any float array)
def multitask_loss(labels, logits, weights):
    parts = []
    for task, weight in weights.items():
        truth = tf.cast(labels[task], tf.int32)
        known = truth >= 0
        costs = tf.nn.sparse_softmax_cross_entropy_with_logits(
            labels=tf.boolean_mask(truth, known), logits=tf.boolean_mask(logits[task], known)
        )
        count = tf.reduce_sum(tf.cast(known, costs.dtype))
        parts.append(weight * tf.math.divide_no_nan(tf.reduce_sum(costs), count))
    return tf.add_n(parts)
