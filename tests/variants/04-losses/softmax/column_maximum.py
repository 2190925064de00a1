# expect: fail
# why: subtracts the maximum of each column
def softmax(logits):
    e = np.exp(logits - logits.max(axis=0))
    return e / e.sum(axis=1, keepdims=True)
