# expect: fail
# why: takes the first argument for the logits
def binary_cross_entropy(logits, labels):
    if labels.shape != logits.shape:
        raise ValueError
    return np.mean(np.logaddexp(0, logits) - labels * logits)
