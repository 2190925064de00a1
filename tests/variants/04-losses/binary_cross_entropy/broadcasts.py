# expect: fail
# why: does not look at the shapes
def binary_cross_entropy(labels, logits):
    return np.mean(np.logaddexp(0, logits) - labels * logits)
