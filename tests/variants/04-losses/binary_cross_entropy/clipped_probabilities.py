# expect: fail
# why: goes through probabilities cut off at 1e-7
def binary_cross_entropy(labels, logits):
    if np.shape(labels) != np.shape(logits):
        raise ValueError("the shapes differ")
    p = 1 / (1 + np.exp(-np.clip(logits, -500, 500)))
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.mean(labels * np.log(p) + (1 - labels) * np.log(1 - p))
