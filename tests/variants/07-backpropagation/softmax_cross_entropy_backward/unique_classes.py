# expect: fail
# why: columns from np.unique
def softmax_cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    Y = (labels[:, None] == np.unique(labels)[None, :]).astype(float)
    return (P - Y) / len(labels)
