# expect: fail
# why: the mean over the classes
def softmax_cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    P[np.arange(len(labels)), labels] -= 1
    return P / logits.shape[1]
