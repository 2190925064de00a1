# expect: fail
# why: takes powers of 2
def softmax(logits):
    powers = 2.0 ** (logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
