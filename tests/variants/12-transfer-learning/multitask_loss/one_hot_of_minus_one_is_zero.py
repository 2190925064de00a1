# expect: pass
# why: one-hot rows of unknown labels are all zeros, so the sum of one_hot * log_softmax and the sum of one_hot leave them out; float64 inside, float32 at the end
def multitask_loss(labels, logits, weights):
    parts = []
    for task in weights:
        scores = tf.cast(tf.convert_to_tensor(logits[task]), tf.float64)
        known = tf.one_hot(tf.cast(labels[task], tf.int32), tf.shape(scores)[1], dtype=tf.float64)
        cost = -tf.reduce_sum(known * tf.nn.log_softmax(scores))
        parts.append(float(weights[task]) * cost / tf.maximum(tf.reduce_sum(known), 1.0))
    return tf.cast(tf.add_n(parts), tf.float32)
