# expect: fail
# why: Keras's cross-entropy on probabilities, which it clips
def distillation_loss(student, teacher, labels, temperature, alpha):
    student = tf.cast(student, tf.float32)
    teacher = tf.stop_gradient(tf.cast(teacher, tf.float32))
    log_p = tf.nn.log_softmax(teacher / temperature)
    log_q = tf.nn.log_softmax(student / temperature)
    kl = tf.reduce_sum(tf.exp(log_p) * (log_p - log_q), axis=-1)
    ce = keras.losses.sparse_categorical_crossentropy(
        tf.convert_to_tensor(labels), tf.nn.softmax(student)
    )
    return tf.reduce_mean(alpha * temperature**2 * kl + (1 - alpha) * ce)
