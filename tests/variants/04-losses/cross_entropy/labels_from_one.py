# expect: fail
# why: rejects the last class by comparing with k − 1
def cross_entropy(labels, predictions, from_logits=False):
    if labels.min() < 0 or labels.max() >= predictions.shape[1] - 1:
        raise ValueError("a label is no class")
    if from_logits:
        logs = predictions - np.logaddexp.reduce(predictions, axis=1, keepdims=True)
    else:
        logs = np.log(np.maximum(predictions, 1e-7))
    return -logs[np.arange(len(labels)), labels].mean()
