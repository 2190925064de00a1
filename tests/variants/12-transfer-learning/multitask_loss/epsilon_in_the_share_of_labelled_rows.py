# expect: fail
# why: divides by the share of labelled rows plus 4e-5, against zero: the mean is too small where few rows are labelled (0.4 % for one of 96) ('the mean over those rows that have a label')
def multitask_loss(labels, logits, weights):
    total = tf.constant(0.0)
    for task, weight in weights.items():
        truth = tf.cast(labels[task], tf.int32)
        known = tf.cast(truth >= 0, tf.float32)
        costs = tf.nn.sparse_softmax_cross_entropy_with_logits(
            labels=tf.maximum(truth, 0), logits=tf.cast(logits[task], tf.float32)
        )
        share = tf.reduce_mean(known)
        total += weight * tf.reduce_mean(costs * known) / (share + 4e-5)
    return total
