# expect: fail
# why: a sigmoid for one column
def softmax(logits):
    if logits.shape[1] == 1:
        return 1 / (1 + np.exp(-np.clip(logits, -500, 500)))
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
