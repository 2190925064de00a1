# expect: fail
# why: cuts the loss from logits at 16.1 as well
def cross_entropy(labels, predictions, from_logits=False):
    if labels.min() < 0 or labels.max() >= predictions.shape[1]:
        raise ValueError
    if from_logits:
        z = predictions - predictions.max(axis=1, keepdims=True)
        losses = np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels]
        return np.mean(np.minimum(losses, -np.log(1e-7)))
    return -np.mean(np.log(np.maximum(predictions[np.arange(len(labels)), labels], 1e-7)))
