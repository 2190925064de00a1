# expect: pass
# why: counts in float64, returns float32
def multitask_loss(labels, logits, weights):
    def term(task):
        rows = tf.where(tf.cast(labels[task], tf.int64) > -1)[:, 0]
        z = tf.gather(tf.cast(logits[task], tf.float64), rows)
        y = tf.gather(tf.cast(labels[task], tf.int64), rows)
        log_p = tf.math.log_softmax(z, axis=-1)
        picked = tf.gather_nd(log_p, tf.stack([tf.range(tf.size(y, tf.int64)), y], axis=1))
        return -weights[task] * tf.reduce_sum(picked) / max(len(rows), 1)

    return tf.cast(sum(term(task) for task in labels), tf.float32)
