# expect: fail
# why: compares the numbers of rows instead of the shapes
def binary_cross_entropy(labels, logits):
    if len(labels) != len(logits):
        raise ValueError
    return np.mean(np.logaddexp(0, logits) - labels * logits)
