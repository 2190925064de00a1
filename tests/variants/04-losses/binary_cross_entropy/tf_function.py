# expect: pass
# why: calls TensorFlow's loss from logits
def binary_cross_entropy(labels, logits):
    if labels.shape != logits.shape:
        raise ValueError
    losses = tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits)
    return tf.reduce_mean(losses)
