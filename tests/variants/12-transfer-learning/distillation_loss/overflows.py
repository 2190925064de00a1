# expect: fail
# why: exp of the logits as they are
def distillation_loss(student, teacher, labels, temperature, alpha):
    student = tf.cast(student, tf.float32)
    teacher = tf.stop_gradient(tf.cast(teacher, tf.float32))
    p = tf.exp(teacher / temperature)
    q = tf.exp(student / temperature)
    log_p = tf.math.log(p / tf.reduce_sum(p, axis=-1, keepdims=True))
    log_q = tf.math.log(q / tf.reduce_sum(q, axis=-1, keepdims=True))
    kl = tf.reduce_sum(tf.exp(log_p) * (log_p - log_q), axis=-1)
    ce = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, student)
    return tf.reduce_mean(alpha * temperature**2 * kl + (1 - alpha) * ce)
