# expect: pass
# why: float64 within, gather for the labels, float32 at the end
def distillation_loss(student, teacher, labels, temperature, alpha):
    z = tf.cast(student, tf.float64)
    z_teacher = tf.stop_gradient(tf.cast(teacher, tf.float64))
    T = tf.cast(temperature, tf.float64)
    p = tf.nn.softmax(z_teacher / T, axis=1)
    relative = tf.nn.log_softmax(z_teacher / T, axis=1) - tf.nn.log_softmax(z / T, axis=1)
    kl = tf.linalg.trace(tf.matmul(p, relative, transpose_b=True)) / len(p)
    labels = tf.cast(labels, tf.int32)
    ce = -tf.reduce_mean(tf.gather(tf.nn.log_softmax(z, axis=1), labels, axis=1, batch_dims=1))
    alpha = tf.cast(alpha, tf.float64)
    return tf.cast(alpha * T**2 * kl + (1 - alpha) * ce, tf.float32)
