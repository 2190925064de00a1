# expect: fail
# why: compares the last axis only, which refuses (m,) with (m, 1) but broadcasts (m, k) with (k,): breaks ValueError "If the two shapes differ"
def binary_cross_entropy(labels, logits):
    if labels.shape[-1] != logits.shape[-1]:
        raise ValueError("shapes differ")
    z = logits
    return np.mean(np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))) - labels * z)
