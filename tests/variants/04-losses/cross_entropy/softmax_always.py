# expect: fail
# why: applies a softmax to probabilities too
def cross_entropy(labels, predictions, from_logits=False):
    if np.any(labels < 0) or np.any(labels >= predictions.shape[1]):
        raise ValueError("a label is no class")
    logs = predictions - np.logaddexp.reduce(predictions, axis=1, keepdims=True)
    return -logs[np.arange(len(labels)), labels].mean()
