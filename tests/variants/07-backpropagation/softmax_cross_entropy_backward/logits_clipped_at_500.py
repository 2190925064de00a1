# expect: fail
# why: clips logits to +-500 against overflow: [10000, 9999] becomes a tie, so finite but wrong (logits go from -1e4 to 1e4)
def softmax_cross_entropy_backward(logits, labels):
    E = np.exp(np.clip(logits, -500, 500))
    P = E / E.sum(axis=1, keepdims=True)
    P[np.arange(len(labels)), labels] -= 1
    return P / len(labels)
