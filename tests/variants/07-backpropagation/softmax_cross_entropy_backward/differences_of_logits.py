# expect: pass
# why: P by one formula without a maximum: 1 / sum of exp of differences


def softmax_cross_entropy_backward(logits, labels):
    differences = logits[:, None, :] - logits[:, :, None]
    with np.errstate(over="ignore"):
        P = 1 / np.exp(differences).sum(axis=2)
    return np.array([(p - (np.arange(p.size) == y)) / len(P) for p, y in zip(P, labels)])
