# expect: fail
# why: clips the logits at 500 instead of shifting them


def softmax_cross_entropy_backward(logits, labels):
    logits = np.clip(logits, -500, 500) * 1.0
    e = np.exp(logits)
    P = e / e.sum(axis=1, keepdims=True)
    Y = np.eye(logits.shape[1])[labels]
    return (P - Y) / len(labels)
