# expect: fail
# why: computes in NumPy: nothing to differentiate
from scipy.special import log_softmax


def distillation_loss(student, teacher, labels, temperature, alpha):
    student, teacher = np.asarray(student, "float64"), np.asarray(teacher, "float64")
    log_p = log_softmax(teacher / temperature, axis=1)
    log_q = log_softmax(student / temperature, axis=1)
    kl = np.sum(np.exp(log_p) * (log_p - log_q), axis=1)
    ce = -log_softmax(student, axis=1)[np.arange(len(student)), np.asarray(labels)]
    return tf.constant(np.mean(alpha * temperature**2 * kl + (1 - alpha) * ce), tf.float32)
