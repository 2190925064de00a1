# expect: fail
# why: subtracts the largest logit of the whole batch, so other rows underflow
def softmax(logits):
    powers = np.exp(logits - logits.max())
    return powers / powers.sum(axis=1, keepdims=True)
