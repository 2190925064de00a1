# expect: pass
# why: a column of ones for the bias, matmul by tf, results as a list of tensors


def dense_backward(dZ, X, W):
    with_ones = np.hstack([X, np.ones((len(X), 1))])
    both = tf.matmul(tf.constant(with_ones), tf.constant(dZ), transpose_a=True)
    return [tf.matmul(dZ, W, transpose_b=True), both[:-1], both[-1]]
