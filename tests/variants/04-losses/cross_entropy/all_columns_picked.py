# expect: fail
# why: indexes with p[:, labels], which picks a column for every pair of rows
def cross_entropy(labels, predictions, from_logits=False):
    if labels.min() < 0 or labels.max() >= predictions.shape[1]:
        raise ValueError
    if from_logits:
        z = predictions - predictions.max(axis=1, keepdims=True)
        return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels])
    return -np.mean(np.log(np.maximum(predictions[:, labels], 1e-7)))
