# expect: fail
# why: exp without subtracting the largest


def softmax_cross_entropy_backward(logits, labels):
    e = np.exp(logits)
    P = e / e.sum(axis=1, keepdims=True)
    Y = np.eye(logits.shape[1])[labels]
    return (P - Y) / len(labels)
