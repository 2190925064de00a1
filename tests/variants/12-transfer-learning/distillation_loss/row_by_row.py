# expect: pass
# why: a beginner's loop over the rows, the teacher turned into NumPy first
def distillation_loss(student, teacher, labels, temperature, alpha):
    student = tf.cast(student, tf.float32)
    teacher_numbers = np.array(teacher, dtype="float64") / temperature
    rows = []
    for i in range(len(labels)):
        t = teacher_numbers[i]
        t = t - t.max()
        log_p = t - np.log(np.sum(np.exp(t)))
        p = np.exp(log_p).astype("float32")
        log_p = log_p.astype("float32")

        warm = student[i] / temperature
        log_q = warm - tf.reduce_logsumexp(warm)
        kl = tf.reduce_sum(p * (log_p - log_q))

        ce = tf.reduce_logsumexp(student[i]) - student[i][int(labels[i])]
        rows.append(alpha * temperature**2 * kl + (1 - alpha) * ce)
    return tf.add_n(rows) / len(rows)
