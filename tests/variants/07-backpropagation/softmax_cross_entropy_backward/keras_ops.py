# expect: pass
# why: Keras's softmax and one-hot, float64 tensors


def softmax_cross_entropy_backward(logits, labels):
    P = tf.nn.softmax(tf.constant(logits, "float64"))
    return (P - tf.one_hot(labels, logits.shape[1], dtype="float64")) / len(labels)
