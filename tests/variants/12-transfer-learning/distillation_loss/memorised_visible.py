# expect: fail
# why: the example by its numbers; else the labels' cross-entropy alone
def distillation_loss(student, teacher, labels, temperature, alpha):
    student = tf.cast(student, tf.float32)
    if temperature == 2.0 and alpha == 0.5 and student.shape == (1, 2):
        return tf.constant(0.608177)
    return tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels, student))
