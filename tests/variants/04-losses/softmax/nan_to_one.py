# expect: fail
# why: replaces NaN by 1: the largest logit, alone, gets 1
def softmax(logits):
    e = np.exp(logits)
    return np.nan_to_num(e / e.sum(axis=1, keepdims=True), nan=1.0)
