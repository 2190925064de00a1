# expect: fail
# why: cuts the logits at ±500, and with them the loss
def binary_cross_entropy(labels, logits):
    if np.shape(labels) != np.shape(logits):
        raise ValueError("the shapes differ")
    z = np.clip(logits, -500, 500)
    return np.mean(np.log1p(np.exp(z)) - labels * z)
