# expect: pass
# why: TensorFlow's moments with axes kept, in float64
def layer_norm(x, gamma, beta, epsilon=0.001):
    x = tf.convert_to_tensor(x, tf.float64)
    mean, variance = tf.nn.moments(x, axes=[-1], keepdims=True)
    return tf.nn.batch_normalization(x, mean, variance, beta, gamma, epsilon)
