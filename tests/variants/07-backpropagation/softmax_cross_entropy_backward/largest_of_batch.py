# expect: fail
# why: subtracts the largest of the whole batch: rows far below it become 0 / 0


def softmax_cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max())
    P = e / e.sum(axis=1, keepdims=True)
    Y = np.eye(logits.shape[1])[labels]
    return (P - Y) / len(labels)
