# expect: fail
# why: Keras's KL divergence, which clips probabilities at 1e-7
def distillation_loss(student, teacher, labels, temperature, alpha):
    student = tf.cast(student, tf.float32)
    teacher = tf.stop_gradient(tf.cast(teacher, tf.float32))
    kl = keras.losses.kl_divergence(
        tf.nn.softmax(teacher / temperature), tf.nn.softmax(student / temperature)
    )
    ce = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, student)
    return tf.reduce_mean(alpha * temperature**2 * kl + (1 - alpha) * ce)
