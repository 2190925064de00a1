# expect: fail
# why: the gradient at the right class alone


def softmax_cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    Y = np.eye(logits.shape[1])[labels]
    return (P - Y) * Y / len(labels)
