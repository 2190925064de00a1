# expect: fail
# why: each logit by itself
def softmax_cross_entropy_backward(logits, labels):
    P = 1 / (1 + np.exp(-np.clip(logits, -700, 700)))
    P[np.arange(len(labels)), labels] -= 1
    return P / len(labels)
