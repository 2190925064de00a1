# expect: fail
# why: drops the axis of a batch of one
def softmax(logits):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.squeeze(powers / powers.sum(axis=1, keepdims=True))
