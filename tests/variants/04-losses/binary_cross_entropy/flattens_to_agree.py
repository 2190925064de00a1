# expect: fail
# why: flattens both in place of raising
def binary_cross_entropy(labels, logits):
    labels, logits = labels.ravel(), logits.ravel()
    losses = np.maximum(logits, 0) + np.log1p(np.exp(-np.abs(logits))) - labels * logits
    return losses.mean()
