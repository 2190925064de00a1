# expect: pass
# why: its own log-softmax, one-hot labels, einsum
def log_softmax(z):
    z = z - tf.reduce_max(z, axis=1, keepdims=True)
    return z - tf.math.log(tf.reduce_sum(tf.exp(z), axis=1, keepdims=True))


def distillation_loss(student, teacher, labels, temperature, alpha):
    s, t = (tf.cast(tf.convert_to_tensor(z), tf.float32) for z in (student, teacher))
    log_p = tf.stop_gradient(log_softmax(t / temperature))
    n, classes = s.shape
    Y = tf.one_hot(labels, classes)
    soft = tf.einsum("nc,nc->", tf.exp(log_p), log_p - log_softmax(s / temperature))
    hard = -tf.einsum("nc,nc->", Y, log_softmax(s))
    return (alpha * temperature * temperature * soft + (1 - alpha) * hard) / n
