# expect: pass
# why: keeps the labelled rows only, then averages; an empty task is skipped
def multitask_loss(labels, logits, weights):
    loss = 0.0
    for task in logits:
        has_label = tf.not_equal(labels[task], -1)
        y = tf.boolean_mask(tf.convert_to_tensor(labels[task]), has_label)
        z = tf.boolean_mask(tf.cast(logits[task], tf.float32), has_label)
        if len(y) > 0:
            z -= tf.reduce_max(z, axis=1, keepdims=True)
            log_sum = tf.math.log(tf.reduce_sum(tf.exp(z), axis=1))
            own = tf.gather(z, tf.cast(y, tf.int32), axis=1, batch_dims=1)
            loss += weights[task] * tf.reduce_mean(log_sum - own)
    return tf.convert_to_tensor(loss, tf.float32)
