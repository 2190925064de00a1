# expect: fail
# why: hides the overflow behind nan_to_num
def softmax(logits):
    powers = np.exp(logits)
    return np.nan_to_num(powers / powers.sum(axis=1, keepdims=True))
