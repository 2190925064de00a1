# expect: fail
# why: takes logits for probabilities
def cross_entropy(labels, predictions, from_logits=False):
    if np.any(labels < 0) or np.any(labels >= predictions.shape[1]):
        raise ValueError("a label is no class")
    logs = np.log(np.clip(predictions, 1e-7, 1))
    return -logs[np.arange(len(labels)), labels].mean()
