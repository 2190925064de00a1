# expect: pass
# why: entry by entry, with the power of a negative number only
def binary_cross_entropy(labels, logits):
    if np.shape(labels) != np.shape(logits):
        raise ValueError("the shapes differ")
    total = 0.0
    for y, z in zip(labels.ravel(), logits.ravel(), strict=True):
        margin = z if y == 1 else -z  # how far z is on the right side
        if margin > 0:
            total += math.log1p(math.exp(-margin))
        else:
            total += -margin + math.log1p(math.exp(margin))
    return total / labels.size
