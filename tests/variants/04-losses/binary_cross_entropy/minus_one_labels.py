# expect: fail
# why: takes labels for -1 and 1
def binary_cross_entropy(labels, logits):
    if labels.shape != logits.shape:
        raise ValueError("shapes")
    return np.mean(np.logaddexp(0, -labels * logits))
