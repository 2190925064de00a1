# expect: fail
# why: normalises the logits over the batch
def cross_entropy(labels, predictions, from_logits=False):
    if np.any(labels < 0) or np.any(labels >= predictions.shape[1]):
        raise ValueError("a label is no class")
    if from_logits:
        logs = predictions - np.logaddexp.reduce(predictions, axis=0)
    else:
        logs = np.log(np.maximum(predictions, 1e-7))
    return -logs[np.arange(len(labels)), labels].mean()
