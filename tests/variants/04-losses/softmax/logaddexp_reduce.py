# expect: pass
# why: shifted by the largest logit, the denominator in logarithms
def softmax(logits):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return np.exp(shifted - np.logaddexp.reduce(shifted, axis=-1, keepdims=True))
