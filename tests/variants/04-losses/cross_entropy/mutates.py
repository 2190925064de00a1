# expect: fail
# why: cuts off in place, in the caller's array
def cross_entropy(labels, predictions, from_logits=False):
    if np.any(labels < 0) or np.any(labels >= predictions.shape[1]):
        raise ValueError("a label is no class")
    if from_logits:
        predictions -= predictions.max(axis=1, keepdims=True)
        logs = predictions - np.log(np.exp(predictions).sum(axis=1, keepdims=True))
    else:
        np.maximum(predictions, 1e-7, out=predictions)
        logs = np.log(predictions)
    return -logs[np.arange(len(labels)), labels].mean()
