# expect: pass
# why: plain Python over the flattened pairs, math.log1p and fsum
def binary_cross_entropy(labels, logits):
    if labels.shape != logits.shape:
        raise ValueError("shapes differ")

    def loss(y, z):
        wrong = -z if y == 1 else z
        return max(wrong, 0.0) + math.log1p(math.exp(-abs(wrong)))

    pairs = zip(labels.ravel().tolist(), logits.ravel().tolist(), strict=True)
    return math.fsum(loss(y, z) for y, z in pairs) / logits.size
