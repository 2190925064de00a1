# expect: fail
# why: out of range labels pass with logits
def cross_entropy(labels, predictions, from_logits=False):
    m, k = predictions.shape
    if from_logits:
        z = predictions - predictions.max(1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(1, keepdims=True))
    else:
        if labels.min() < 0 or labels.max() >= k:
            raise ValueError
        log_p = np.log(np.maximum(predictions, 1e-7))
    return -log_p[np.arange(m), labels].mean()
