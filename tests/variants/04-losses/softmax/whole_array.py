# expect: fail
# why: makes all entries together sum to 1
def softmax(logits):
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()
