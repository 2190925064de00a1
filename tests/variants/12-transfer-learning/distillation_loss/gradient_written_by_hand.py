# expect: pass
# why: tf.custom_gradient: the loss by logsumexp, its slope by the text's formula alpha*T*(q - p) + (1 - alpha)*(softmax - one-hot), over n
def distillation_loss(student, teacher, labels, temperature, alpha):
    T = tf.constant(float(temperature), tf.float64)
    a = tf.constant(float(alpha), tf.float64)
    z = tf.cast(tf.convert_to_tensor(student), tf.float64)
    goal = tf.stop_gradient(tf.cast(tf.convert_to_tensor(teacher), tf.float64)) / T
    truth = tf.one_hot(tf.cast(labels, tf.int32), tf.shape(z)[1], dtype=tf.float64)

    def log_p(x):
        return x - tf.reduce_logsumexp(x, axis=1, keepdims=True)

    @tf.custom_gradient
    def loss(z):
        n = tf.cast(tf.shape(z)[0], tf.float64)
        p = tf.exp(log_p(goal))
        kl = tf.reduce_sum(p * (log_p(goal) - log_p(z / T))) / n
        ce = -tf.reduce_sum(truth * log_p(z)) / n

        def slope(upstream):
            soft = a * T * (tf.exp(log_p(z / T)) - p)
            hard = (1 - a) * (tf.exp(log_p(z)) - truth)
            return upstream * (soft + hard) / n

        return a * T**2 * kl + (1 - a) * ce, slope

    return tf.cast(loss(z), tf.float32)
