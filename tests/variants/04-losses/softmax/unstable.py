# expect: fail
# why: takes the powers as they are, which overflow
def softmax(logits):
    powers = np.exp(logits)
    return powers / powers.sum(axis=1, keepdims=True)
