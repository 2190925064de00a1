# expect: fail
# why: goes through probabilities, so no loss from logits exceeds 16.1
def cross_entropy(labels, predictions, from_logits=False):
    if np.any(labels < 0) or np.any(labels >= predictions.shape[1]):
        raise ValueError("a label is no class")
    if from_logits:
        powers = np.exp(predictions - predictions.max(axis=1, keepdims=True))
        predictions = powers / powers.sum(axis=1, keepdims=True)
    return -np.log(np.maximum(predictions[np.arange(len(labels)), labels], 1e-7)).mean()
