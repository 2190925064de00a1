# expect: pass
# why: TensorFlow's tape on the sum of dZ * Z, in float64


def dense_backward(dZ, X, W):
    X, W, b = (
        tf.Variable(X, dtype="float64"),
        tf.Variable(W, dtype="float64"),
        tf.Variable(np.zeros(W.shape[1])),
    )
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum((X @ W + b) * dZ)
    return tape.gradient(loss, (X, W, b))
