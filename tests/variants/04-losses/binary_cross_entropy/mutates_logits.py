# expect: fail
# why: takes the absolute value in the caller's array
def binary_cross_entropy(labels, logits):
    if labels.shape != logits.shape:
        raise ValueError
    linear = np.maximum(logits, 0) - labels * logits
    np.abs(logits, out=logits)
    return np.mean(linear + np.log1p(np.exp(-logits)))
