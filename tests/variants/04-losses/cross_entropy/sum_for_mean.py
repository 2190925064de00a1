# expect: fail
# why: adds the losses of the batch
def cross_entropy(labels, predictions, from_logits=False):
    if np.any(labels < 0) or np.any(labels >= predictions.shape[1]):
        raise ValueError("a label is no class")
    if from_logits:
        logs = predictions - np.logaddexp.reduce(predictions, axis=1, keepdims=True)
    else:
        logs = np.log(np.maximum(predictions, 1e-7))
    return -logs[np.arange(len(labels)), labels].sum()
