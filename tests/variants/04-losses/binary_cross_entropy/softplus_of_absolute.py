# expect: fail
# why: forgets the max(z, 0) of the stable formula
def binary_cross_entropy(labels, logits):
    if labels.shape != logits.shape:
        raise ValueError
    return np.mean(np.log1p(np.exp(-np.abs(logits))) - labels * logits)
