# expect: pass
# why: one_hot(-1) is a row of zeros: it adds nothing and counts nothing
def multitask_loss(labels, logits, weights):
    def mean_cross_entropy(y, z):
        Z = tf.cast(tf.convert_to_tensor(z), tf.float32)
        Y = tf.one_hot(tf.cast(y, tf.int64), Z.shape[-1])
        return -tf.einsum("nc,nc->", Y, tf.nn.log_softmax(Z)) / tf.maximum(tf.reduce_sum(Y), 1.0)

    return tf.add_n(
        [float(weights[t]) * mean_cross_entropy(labels[t], logits[t]) for t in sorted(weights)]
    )
