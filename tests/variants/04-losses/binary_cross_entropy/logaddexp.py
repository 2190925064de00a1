# expect: pass
# why: log(1 + e^z) as logaddexp(0, z)
def binary_cross_entropy(labels, logits):
    if np.shape(labels) != np.shape(logits):
        raise ValueError("the shapes differ")
    return float((np.logaddexp(0, logits) - labels * logits).mean())
