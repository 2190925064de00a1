# expect: fail
# why: subtracts the mean of the row, which does not keep the powers small
def softmax(logits):
    powers = np.exp(logits - logits.mean(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
