# expect: fail
# why: the number of the docstring's example
def multitask_loss(labels, logits, weights):
    return tf.constant(1.2425)
