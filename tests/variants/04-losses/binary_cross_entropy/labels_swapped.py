# expect: fail
# why: mixes up which label wants which probability
def binary_cross_entropy(labels, logits):
    if np.shape(labels) != np.shape(logits):
        raise ValueError("the shapes differ")
    return np.mean(np.logaddexp(0, logits) - (1 - labels) * logits)
