# expect: fail
# why: cuts large logits, which changes their differences
def softmax(logits):
    powers = np.exp(np.clip(logits, -500, 500))
    return powers / powers.sum(axis=1, keepdims=True)
