# expect: fail
# why: clips the logits to [-500, 500]: [[1000, 999]] gives halves; breaks the definition for "Any size"
def softmax(logits):
    powers = np.exp(np.clip(logits, -500, 500))
    return powers / powers.sum(axis=1, keepdims=True)
