# expect: fail
# why: takes the squared error after the sigmoid
def binary_cross_entropy(labels, logits):
    if labels.shape != logits.shape:
        raise ValueError
    return np.mean((1 / (1 + np.exp(-logits)) - labels) ** 2)
