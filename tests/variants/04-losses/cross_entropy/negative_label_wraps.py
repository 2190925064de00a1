# expect: fail
# why: leaves it to NumPy to object, which takes −1 for the last class
def cross_entropy(labels, predictions, from_logits=False):
    if labels.max() >= predictions.shape[1]:
        raise ValueError("a label is no class")
    if from_logits:
        logs = predictions - np.logaddexp.reduce(predictions, axis=1, keepdims=True)
    else:
        logs = np.log(np.maximum(predictions, 1e-7))
    return -logs[np.arange(len(labels)), labels].mean()
