# expect: fail
# why: raises IndexError or nothing for a label that is no class
def cross_entropy(labels, predictions, from_logits=False):
    if from_logits:
        logs = predictions - np.logaddexp.reduce(predictions, axis=1, keepdims=True)
    else:
        logs = np.log(np.maximum(predictions, 1e-7))
    return -logs[np.arange(len(labels)), labels].mean()
