# expect: fail
# why: adds 1e-7 to every probability instead of a lower limit: 1e-7 counts as 2e-7; breaks "those below 1e-7 count as 1e-7"
def cross_entropy(labels, predictions, from_logits=False):
    m, k = predictions.shape
    if labels.min() < 0 or labels.max() >= k:
        raise ValueError("label out of range")
    rows = np.arange(m)
    if from_logits:
        z = predictions - predictions.max(axis=1, keepdims=True)
        return np.mean(np.log(np.exp(z).sum(axis=1)) - z[rows, labels])
    return -np.mean(np.log(predictions[rows, labels] + 1e-7))
