# expect: fail
# why: compares sizes only
def binary_cross_entropy(labels, logits):
    if labels.size != logits.size:
        raise ValueError("shapes")
    losses = np.maximum(logits, 0) + np.log1p(np.exp(-np.abs(logits))) - labels * logits
    return losses.mean()
