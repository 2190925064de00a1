# expect: fail
# why: ignores from_logits and takes rows that sum to 1 and are not negative for probabilities: logits [0.3, 0.7] are misread; breaks the argument from_logits
def cross_entropy(labels, predictions, from_logits=False):
    if labels.min() < 0 or labels.max() >= predictions.shape[1]:
        raise ValueError("label out of range")
    rows = np.arange(len(labels))
    if np.allclose(predictions.sum(axis=1), 1) and (predictions >= 0).all():
        return -np.mean(np.log(np.maximum(predictions[rows, labels], 1e-7)))
    z = predictions - predictions.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(z).sum(axis=1)) - z[rows, labels])
