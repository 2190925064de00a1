# expect: pass
# why: as a softmax of two logits, (0, z)
def binary_cross_entropy(labels, logits):
    if labels.shape != logits.shape:
        raise ValueError
    z = np.stack([np.zeros(logits.size), logits.ravel()], axis=1)
    z = z - z.max(axis=1, keepdims=True)
    logs = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(np.where(labels.ravel() == 1, logs[:, 1], logs[:, 0]))
