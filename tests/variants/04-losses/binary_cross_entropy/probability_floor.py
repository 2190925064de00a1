# expect: fail
# why: probabilities with a floor of 1e-300
def binary_cross_entropy(labels, logits):
    if labels.shape != logits.shape:
        raise ValueError("shapes")
    p = 1 / (1 + np.exp(-logits))
    return np.mean(np.where(labels == 1, -np.log(p + 1e-300), -np.log(1 - p + 1e-300)))
