# expect: fail
# why: subtracts in place, in the caller's array
def softmax(logits):
    logits -= logits.max(axis=1, keepdims=True)
    powers = np.exp(logits)
    return powers / powers.sum(axis=1, keepdims=True)
