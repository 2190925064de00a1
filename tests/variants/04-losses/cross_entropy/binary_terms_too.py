# expect: fail
# why: adds −log(1 − p) for the classes that are not true, as in binary cross-entropy
def cross_entropy(labels, predictions, from_logits=False):
    if labels.min() < 0 or labels.max() >= predictions.shape[1]:
        raise ValueError
    one_hot = np.eye(predictions.shape[1])[labels]
    if from_logits:
        z = predictions - predictions.max(axis=1, keepdims=True)
        return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels])
    p = np.clip(predictions, 1e-7, 1 - 1e-7)
    return -np.mean((one_hot * np.log(p) + (1 - one_hot) * np.log(1 - p)).sum(axis=1))
