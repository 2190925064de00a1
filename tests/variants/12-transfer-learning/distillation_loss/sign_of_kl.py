# expect: fail
# why: Σ p · ln(q / p): the sign turned
def distillation_loss(student, teacher, labels, temperature, alpha):
    student = tf.cast(student, tf.float32)
    teacher = tf.stop_gradient(tf.cast(teacher, tf.float32))
    log_p = tf.nn.log_softmax(teacher / temperature)
    log_q = tf.nn.log_softmax(student / temperature)
    kl = tf.reduce_sum(tf.exp(log_p) * (log_q - log_p), axis=-1)
    ce = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, student)
    return tf.reduce_mean(alpha * temperature**2 * kl + (1 - alpha) * ce)
