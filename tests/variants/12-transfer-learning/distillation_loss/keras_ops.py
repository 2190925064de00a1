# expect: pass
# why: keras.ops throughout, a weighted sum of two means
def distillation_loss(student, teacher, labels, temperature, alpha):
    ops = keras.ops
    student = ops.cast(student, "float32")
    teacher = ops.stop_gradient(ops.cast(teacher, "float32"))
    p = ops.softmax(teacher / temperature, axis=-1)
    log_ratio = ops.log_softmax(teacher / temperature) - ops.log_softmax(student / temperature)
    kl = ops.mean(ops.sum(ops.multiply(p, log_ratio), axis=-1))
    one_hot = ops.one_hot(ops.convert_to_tensor(labels), ops.shape(student)[-1])
    ce = ops.mean(ops.categorical_crossentropy(one_hot, student, from_logits=True))
    return ops.add(alpha * temperature**2 * kl, (1 - alpha) * ce)
