# expect: pass
# why: log of the sum of exp(z_j - z_c) by logaddexp.reduce; probabilities by a one-hot mask
def cross_entropy(labels, predictions, from_logits=False):
    k = predictions.shape[1]
    if labels.min() < 0 or labels.max() > k - 1:
        raise ValueError("a label without a column")
    true = np.eye(k, dtype=bool)[labels]
    of_true = predictions[true][:, None]
    if from_logits:
        losses = np.logaddexp.reduce(predictions - of_true, axis=1)
    else:
        losses = -np.log(np.where(of_true < 1e-7, 1e-7, of_true))
    return float(np.average(losses))
