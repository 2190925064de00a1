# expect: fail
# why: only the label's part is averaged; the soft part is summed over all rows ('the mean over the rows')
def distillation_loss(student, teacher, labels, temperature, alpha):
    student = tf.cast(student, tf.float32)
    teacher = tf.stop_gradient(tf.cast(teacher, tf.float32))
    log_p = tf.nn.log_softmax(teacher / temperature)
    log_q = tf.nn.log_softmax(student / temperature)
    soft = tf.reduce_sum(tf.exp(log_p) * (log_p - log_q))
    hard = tf.nn.sparse_softmax_cross_entropy_with_logits(tf.cast(labels, tf.int32), student)
    return alpha * temperature**2 * tf.reduce_mean(soft) + (1 - alpha) * tf.reduce_mean(hard)
