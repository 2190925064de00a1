# expect: fail
# why: clips the caller's array
def cross_entropy(labels, predictions, from_logits=False):
    m, k = predictions.shape
    if labels.min() < 0 or labels.max() >= k:
        raise ValueError
    if from_logits:
        z = predictions - predictions.max(1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(1, keepdims=True))
    else:
        predictions[predictions < 1e-7] = 1e-7
        log_p = np.log(predictions)
    return -log_p[np.arange(m), labels].mean()
