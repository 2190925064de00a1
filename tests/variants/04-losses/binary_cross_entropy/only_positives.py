# expect: fail
# why: leaves out the term of the label 0
def binary_cross_entropy(labels, logits):
    if np.shape(labels) != np.shape(logits):
        raise ValueError("the shapes differ")
    return np.mean(labels * np.logaddexp(0, -logits))
