# expect: fail
# why: log(1 + e^z) − y z is exact for negative z and overflows for positive
def binary_cross_entropy(labels, logits):
    if np.shape(labels) != np.shape(logits):
        raise ValueError("the shapes differ")
    return np.mean(np.log1p(np.exp(logits)) - labels * logits)
