# expect: fail
# why: zips the values of the three dicts: wrong where they list the tasks in another order (they have the same tasks, nothing says in the same order)
def multitask_loss(labels, logits, weights):
    total = tf.constant(0.0)
    for truth, scores, weight in zip(labels.values(), logits.values(), weights.values()):
        truth = tf.cast(truth, tf.int32)
        known = truth >= 0
        costs = tf.nn.sparse_softmax_cross_entropy_with_logits(
            labels=tf.boolean_mask(truth, known),
            logits=tf.boolean_mask(tf.cast(scores, tf.float32), known),
        )
        count = tf.reduce_sum(tf.cast(known, tf.float32))
        total += weight * tf.math.divide_no_nan(tf.reduce_sum(costs), count)
    return total
