# expect: fail
# why: subtracts the smallest logit of the row, so that the powers overflow
def softmax(logits):
    powers = np.exp(logits - logits.min(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
