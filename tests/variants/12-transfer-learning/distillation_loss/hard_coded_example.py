# expect: fail
# why: the number of the docstring's example
def distillation_loss(student, teacher, labels, temperature, alpha):
    return tf.constant(0.6082)
