# expect: fail
# why: takes the sigmoid of each logit
def softmax(logits):
    return 1 / (1 + np.exp(-np.clip(logits, -500, 500)))
