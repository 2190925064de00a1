# expect: fail
# why: adds a small number below the fraction bar, so that the rows sum to less than 1
def softmax(logits):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / (powers.sum(axis=1, keepdims=True) + 0.01)
