# expect: fail
# why: tf.gather(log_softmax, labels, axis=1) without batch_dims takes for each row the labels of all rows: right for one row only ('CE = -ln softmax(student)[label]')
def distillation_loss(student, teacher, labels, temperature, alpha):
    student = tf.cast(student, tf.float32)
    teacher = tf.stop_gradient(tf.cast(teacher, tf.float32))
    log_p = tf.nn.log_softmax(teacher / temperature)
    log_q = tf.nn.log_softmax(student / temperature)
    soft = tf.reduce_sum(tf.exp(log_p) * (log_p - log_q), axis=1)
    hard = -tf.gather(tf.nn.log_softmax(student), tf.cast(labels, tf.int32), axis=1)
    return alpha * temperature**2 * tf.reduce_mean(soft) + (1 - alpha) * tf.reduce_mean(hard)
