# expect: fail
# why: takes the largest label of the batch for the last class


def softmax_cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    Y = np.zeros_like(P)
    Y[:, : labels.max() + 1] = np.eye(labels.max() + 1)[labels]
    return (P[:, : labels.max() + 1] - Y[:, : labels.max() + 1]) / len(labels)
