# expect: fail
# why: looks at the numbers in place of the flag
def cross_entropy(labels, predictions, from_logits=False):
    m, k = predictions.shape
    if labels.min() < 0 or labels.max() >= k:
        raise ValueError
    if np.all(predictions >= 0) and np.allclose(predictions.sum(1), 1):
        log_p = np.log(np.maximum(predictions, 1e-7))
    else:
        z = predictions - predictions.max(1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(1, keepdims=True))
    return -log_p[np.arange(m), labels].mean()
