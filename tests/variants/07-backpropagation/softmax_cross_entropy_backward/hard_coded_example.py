# expect: fail
# why: the docstring's example


def softmax_cross_entropy_backward(logits, labels):
    return np.array([[-0.125, 0.125], [0.25, -0.25]])
