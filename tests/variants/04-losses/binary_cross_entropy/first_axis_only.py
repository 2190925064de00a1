# expect: fail
# why: averages over the rows only, one loss for each label
def binary_cross_entropy(labels, logits):
    if labels.shape != logits.shape:
        raise ValueError
    return np.mean(np.logaddexp(0, logits) - labels * logits, axis=0)
