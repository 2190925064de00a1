# expect: pass
# why: TensorFlow's moments and batch_normalization, in float64
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    x, gamma, beta, running_mean, running_var = (
        tf.constant(array, tf.float64) for array in (x, gamma, beta, running_mean, running_var)
    )
    if not training:
        y = tf.nn.batch_normalization(x, running_mean, running_var, beta, gamma, epsilon)
        return y, running_mean, running_var
    mean, var = tf.nn.moments(x, list(range(len(x.shape) - 1)))
    y = tf.nn.batch_normalization(x, mean, var, beta, gamma, epsilon)
    running_mean = running_mean * momentum + mean * (1 - momentum)
    running_var = running_var * momentum + var * (1 - momentum)
    return y, running_mean, running_var
