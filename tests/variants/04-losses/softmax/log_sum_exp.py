# expect: pass
# why: subtracts the logarithm of the sum and takes the power last
def softmax(logits):
    return np.exp(logits - np.logaddexp.reduce(logits, axis=-1, keepdims=True))
