# expect: fail
# why: writes into the logits


def softmax_cross_entropy_backward(logits, labels):
    logits -= logits.max(axis=1, keepdims=True)
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    Y = np.eye(logits.shape[1])[labels]
    return (P - Y) / len(labels)
