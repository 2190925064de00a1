# expect: fail
# why: checks for labels below 0 alone, and lets NumPy raise IndexError for the others
def cross_entropy(labels, predictions, from_logits=False):
    if labels.min() < 0:
        raise ValueError
    if from_logits:
        z = predictions - predictions.max(axis=1, keepdims=True)
        return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels])
    return -np.mean(np.log(np.maximum(predictions[np.arange(len(labels)), labels], 1e-7)))
