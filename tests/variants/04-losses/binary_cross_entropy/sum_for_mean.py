# expect: fail
# why: adds the losses
def binary_cross_entropy(labels, logits):
    if np.shape(labels) != np.shape(logits):
        raise ValueError("the shapes differ")
    return np.sum(np.logaddexp(0, logits) - labels * logits)
