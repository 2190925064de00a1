# expect: fail
# why: adds 1e-3 to the sum against a division by 0
def softmax_cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    P = e / (e.sum(axis=1, keepdims=True) + 1e-3)
    P[np.arange(len(labels)), labels] -= 1
    return P / len(labels)
