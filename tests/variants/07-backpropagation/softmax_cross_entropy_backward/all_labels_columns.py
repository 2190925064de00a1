# expect: fail
# why: subtracts 1 in every labelled column of every row
def softmax_cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    P[:, labels] -= 1
    return P / len(labels)
