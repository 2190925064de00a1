# expect: fail
# why: divides by the largest logit in place of a shift
def softmax(logits):
    top = np.abs(logits).max(axis=1, keepdims=True)
    z = np.where(top > 30, logits / np.where(top > 0, top, 1) * 30, logits)
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)
