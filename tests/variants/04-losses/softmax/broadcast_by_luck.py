# expect: fail
# why: forgets keepdims, which fits only square batches, and those wrongly
def softmax(logits):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1)
