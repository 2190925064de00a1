# expect: pass
# why: TensorFlow's tape, a tensor comes back


def relu_backward(dA, Z):
    Z = tf.constant(Z)
    with tf.GradientTape() as tape:
        tape.watch(Z)
        A = tf.nn.relu(Z)
    return tape.gradient(A, Z, output_gradients=tf.constant(dA))
