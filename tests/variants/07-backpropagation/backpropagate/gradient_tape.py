# expect: pass
# why: TensorFlow records, in float64


def backpropagate(network, X, y):
    parts = [[tf.Variable(np.asarray(p, "float64")) for p in pair] for pair in network]
    with tf.GradientTape() as tape:
        A = tf.constant(np.asarray(X, "float64"))
        for number, (W, b) in enumerate(parts):
            A = (tf.nn.relu(A) if number else A) @ W + b
        loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(y, A))
    return loss, tape.gradient(loss, parts)
