# expect: fail
# why: does not guard against a probability of 0
def cross_entropy(labels, predictions, from_logits=False):
    if np.any(labels < 0) or np.any(labels >= predictions.shape[1]):
        raise ValueError("a label is no class")
    if from_logits:
        logs = predictions - np.logaddexp.reduce(predictions, axis=1, keepdims=True)
    else:
        logs = np.log(predictions)
    return -logs[np.arange(len(labels)), labels].mean()
